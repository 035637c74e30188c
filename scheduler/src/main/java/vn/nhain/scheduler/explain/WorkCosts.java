package vn.nhain.scheduler.explain;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import vn.nhain.plant.Prices;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.check.SetupWaste;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/** What one row of a plan costs, a method a line, each with what it is for. */
final class WorkCosts {
    /** Minutes for which a machine stands ready after a job before its crew sends it to sleep. */
    private static final int MINUTES_READY = 20;
    /** A job has moved all the way when it has moved by so many minutes, or to another machine. */
    private static final int ALL_THE_WAY = 60;

    private final Work work;
    private final Facts facts;
    private final Machine machine;
    private final Prices prices;

    WorkCosts(Work work, Facts facts) {
        this.work = work;
        this.facts = facts;
        this.machine = work.machine();
        this.prices = facts.prices();
    }

    Charge makereadyPaper() {
        int sheets = setup().sheets() + turn().sheets();
        Both count = Words.count(sheets);
        return charge(
                CostLine.MAKEREADY_PAPER,
                sheets * work.task().unitVnd(),
                "%s sheets of makeready on %s".formatted(count.en(), machine.id()),
                "%s tờ canh bài trên %s".formatted(count.vi(), machine.id()));
    }

    Charge runningWaste() {
        int allowance = work.task().quantities().waste() * work.operation().inputs();
        int waste = Math.max(0, allowance - SetupWaste.standardSheets(machine, work.form()));
        Both count = Words.count(waste);
        return charge(
                CostLine.RUNNING_WASTE,
                waste * work.task().unitVnd(),
                "%s units of running waste".formatted(count.en()),
                "%s đơn vị bù hao khi chạy".formatted(count.vi()));
    }

    Charge setupTime() {
        int minutes = work.start() - work.setupStart();
        Both length = Words.duration(minutes);
        return charge(
                CostLine.SETUP,
                minutes / 60.0 * machine.rateVndPerHour(),
                "%s of setup on %s".formatted(length.en(), machine.id()),
                "canh bài %s trên %s".formatted(length.vi(), machine.id()));
    }

    Charge run() {
        int minutes = facts.hours().openBetween(machine, work.start(), work.end());
        Both length = Words.duration(minutes);
        return charge(
                CostLine.RUN,
                minutes / 60.0 * machine.rateVndPerHour(),
                "%s of run on %s".formatted(length.en(), machine.id()),
                "chạy %s trên %s".formatted(length.vi(), machine.id()));
    }

    Charge wash() {
        double litres = setup().litres();
        return charge(
                CostLine.WASH,
                litres * prices.washVndPerLitre(),
                "%s l of solvent for the wash-up of %s"
                        .formatted(Words.decimal(litres).en(), machine.id()),
                "%s lít dung môi rửa lô máy %s".formatted(Words.decimal(litres).vi(), machine.id()));
    }

    Charge plates() {
        int plates = newPlates();
        return charge(
                CostLine.PLATES,
                plates * prices.plateVnd(),
                "%d new plates".formatted(plates),
                "%d bản kẽm mới".formatted(plates));
    }

    Charge energy() {
        double kwh = workingSum(this::kw) / 60;
        double vnd = workingSum(m -> kw(m) * facts.hours().vndPerKwh(m)) / 60;
        Both mean = Words.count(kwh == 0 ? 0 : Math.round(vnd / kwh));
        return charge(
                CostLine.ENERGY,
                vnd,
                "%s kWh at %s VND on average".formatted(Words.decimal(kwh).en(), mean.en()),
                "%s kWh, bình quân %s đ/kWh".formatted(Words.decimal(kwh).vi(), mean.vi()));
    }

    Charge idleEnergy() {
        double vnd = waitingSum(m -> waitingKw(m) * facts.hours().vndPerKwh(m)) / 60;
        Both length = Words.duration((int) waitingSum(m -> 1));
        return charge(
                CostLine.IDLE_ENERGY,
                vnd,
                "%s waits %s for it".formatted(machine.id(), length.en()),
                "máy %s chờ %s".formatted(machine.id(), length.vi()));
    }

    Charge co2e() {
        double kwh = (workingSum(this::kw) + waitingSum(this::waitingKw)) / 60;
        double kg = kwh * prices.gridCo2eKgPerKwh() + newPlates() * prices.plateCo2eKg() + paperAndInk_kg();
        return charge(
                CostLine.CO2E,
                kg * prices.co2eVndPerKg(),
                "%s kg CO2e".formatted(Words.decimal(kg).en()),
                "%s kg CO2e".formatted(Words.decimal(kg).vi()));
    }

    Charge nightPay() {
        double hours = workingSum(m -> facts.hours().isNight(machine, m) ? 1 : 0) / 60;
        return charge(
                CostLine.NIGHT_PAY,
                hours * crewVnd() * prices.nightPayShare(),
                "%s h of night work, crew of %d".formatted(Words.decimal(hours).en(), machine.crew()),
                "%s giờ ca đêm, tổ %d người".formatted(Words.decimal(hours).vi(), machine.crew()));
    }

    Charge overtimePay() {
        double paid = workingSum(m -> facts.hours().overtimeShare(machine, m)) / 60;
        double hours = workingSum(m -> facts.hours().overtimeShare(machine, m) > 0 ? 1 : 0) / 60;
        return charge(
                CostLine.OVERTIME_PAY,
                paid * crewVnd(),
                "%s h of overtime, crew of %d".formatted(Words.decimal(hours).en(), machine.crew()),
                "%s giờ tăng ca, tổ %d người".formatted(Words.decimal(hours).vi(), machine.crew()));
    }

    Charge qualityRisk() {
        QualityState state = facts.isRecalibrated(machine, work.start()) ? QualityState.GREEN : facts.stateNow(machine);
        boolean limited = work.prints()
                && state != QualityState.GREEN
                && work.form().quality().rank() >= state.allowedRank(machine.certified());
        double paper = work.task().quantities().unitsIn() * work.task().unitVnd();
        return charge(
                CostLine.QUALITY_RISK,
                limited ? prices.qualityRiskShare() * paper : 0,
                "%s is %s, and %s leaves no margin"
                        .formatted(machine.id(), state, work.form().quality()),
                "%s đang %s, chuẩn %s không còn dư địa"
                        .formatted(machine.id(), state, work.form().quality()));
    }

    Charge nervousness() {
        var kept = work.task().kept();
        if (kept == null || prices.moveHours() == 0) {
            return charge(CostLine.NERVOUSNESS, 0, "", "");
        }
        int then = Math.max(0, PlantHours.from(facts.origin(), kept.start()));
        boolean elsewhere = !kept.machineId().equals(machine.id());
        int moved = elsewhere ? ALL_THE_WAY : Math.min(ALL_THE_WAY, Math.abs(work.start() - then));
        double soon = Math.max(0, 1 - then / 60.0 / prices.moveHours());
        Both was = facts.time(then);
        return charge(
                CostLine.NERVOUSNESS,
                prices.moveVnd() * soon * moved / ALL_THE_WAY,
                "the plan in force has it on %s at %s".formatted(kept.machineId(), was.en()),
                "kế hoạch hiện hành xếp ở %s lúc %s".formatted(kept.machineId(), was.vi()));
    }

    private SetupWaste setup() {
        return SetupWaste.of(machine, work.before().form(), work.form());
    }

    /** Makeready between the passes of a form that does not fit the units at once. */
    private SetupWaste turn() {
        return SetupWaste.betweenPasses(machine, work.form());
    }

    /** An order that repeats another has its plates still. */
    private int newPlates() {
        return work.order().repeatOf() == null ? setup().plates() + turn().plates() : 0;
    }

    private double paperAndInk_kg() {
        if (!work.takesPaper()) {
            return 0;
        }
        double sheets = work.task().quantities().unitsIn();
        Material paper = facts.plant().findMaterial(work.form().materialId()).orElseThrow();
        double ink_kg = sheets * work.form().sheet().area_m2() * work.form().plates() * prices.inkKgPerM2();
        return sheets * paper.sheet_kg() * paper.co2eKgPerKg() + ink_kg * prices.inkCo2eKgPerKg();
    }

    private double crewVnd() {
        return machine.crew() * prices.wageVndPerHour();
    }

    private double kw(int minute) {
        return minute < work.start() ? machine.power().setup() : machine.power().running();
    }

    private double waitingKw(int minute) {
        return minute < work.before().end() + MINUTES_READY
                ? machine.power().idle()
                : machine.power().standby();
    }

    /** Over the open minutes of its setup and run. */
    private double workingSum(IntToDoubleFunction ofMinute) {
        return sum(work.setupStart(), work.end(), ofMinute);
    }

    /** Over the open minutes in which the machine waits for it; none before its first work. */
    private double waitingSum(IntToDoubleFunction ofMinute) {
        return work.before().end() < 0 ? 0 : sum(work.before().end(), work.setupStart(), ofMinute);
    }

    private double sum(int from, int to, IntToDoubleFunction ofMinute) {
        BitSet open = facts.hours().open(machine);
        double sum = 0;
        for (int m = open.nextSetBit(Math.max(0, from)); m >= 0 && m < to; m = open.nextSetBit(m + 1)) {
            sum += ofMinute.applyAsDouble(m);
        }
        return sum;
    }

    private Charge charge(CostLine line, double vnd, String en, String vi) {
        return Charge.of(line, work, vnd, new Both(en, vi));
    }
}
