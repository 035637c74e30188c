/**
 * OptaPlanner over the kernel: it owns solving, acceptance, termination and best-solution events; the kernel does the
 * arithmetic. With {@code scheduler.explain} the only package that imports OptaPlanner. Start reading at {@link
 * vn.nhain.scheduler.planning.OptaPlannerSolver}.
 */
@NullMarked
package vn.nhain.scheduler.planning;

import org.jspecify.annotations.NullMarked;
