package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;

/** The order of operations on each machine. */
final class Sequences {
    private final int[][] items;
    private final int[] size;
    private final int[] machine;
    private final int[] index;

    Sequences(int machines, int operations) {
        items = new int[machines][8];
        size = new int[machines];
        machine = new int[operations];
        index = new int[operations];
        Arrays.fill(machine, -1);
    }

    int size(int k) {
        return size[k];
    }

    int get(int k, int i) {
        return items[k][i];
    }

    int machineOf(int o) {
        return machine[o];
    }

    int indexOf(int o) {
        return index[o];
    }

    /** The operation before on its machine, or -1. */
    int before(int o) {
        int i = index[o];
        return i == 0 ? -1 : items[machine[o]][i - 1];
    }

    /** The operation after on its machine, or -1. */
    int after(int o) {
        int k = machine[o];
        int i = index[o] + 1;
        return i == size[k] ? -1 : items[k][i];
    }

    void insert(int o, int k, int i) {
        int[] row = items[k];
        if (size[k] == row.length) {
            row = Arrays.copyOf(row, row.length * 2);
            items[k] = row;
        }
        System.arraycopy(row, i, row, i + 1, size[k] - i);
        row[i] = o;
        size[k]++;
        machine[o] = k;
        renumber(k, i);
    }

    void remove(int o) {
        int k = machine[o];
        int i = index[o];
        int[] row = items[k];
        System.arraycopy(row, i + 1, row, i, size[k] - i - 1);
        size[k]--;
        machine[o] = -1;
        renumber(k, i);
    }

    private void renumber(int k, int from) {
        int[] row = items[k];
        for (int i = from; i < size[k]; i++) {
            index[row[i]] = i;
        }
    }

    int[][] copy() {
        int[][] copy = new int[items.length][];
        for (int k = 0; k < items.length; k++) {
            copy[k] = Arrays.copyOf(items[k], size[k]);
        }
        return copy;
    }
}
