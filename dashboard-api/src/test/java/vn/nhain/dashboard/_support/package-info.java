/** What the tests share; first in the list, and not mistaken for a test. */
package vn.nhain.dashboard._support;
