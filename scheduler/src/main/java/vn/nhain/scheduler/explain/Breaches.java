package vn.nhain.scheduler.explain;

import vn.nhain.plant.order.Gate;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/** Tells of breaches of hard constraints in both languages. */
final class Breaches {
    private Breaches() {}

    static Breach overlap(String rule, Work a, Work b) {
        Work later = a.setupStart() <= b.setupStart() ? b : a;
        Work first = later == a ? b : a;
        return Breach.of(
                rule,
                later,
                "begins on %s before %s has ended there"
                        .formatted(later.machine().id(), first.key()),
                "bắt đầu trên %s khi %s chưa xong".formatted(later.machine().id(), first.key()));
    }

    static Breach cannotRun(String rule, Work w, Facts facts) {
        return Breach.of(
                rule,
                w,
                "%s cannot do it: %s"
                        .formatted(
                                w.machine().id(),
                                w.machine().findObstacle(w.operation()).orElseThrow()),
                "%s không làm được: %s"
                        .formatted(
                                w.machine().id(),
                                w.machine().findObstacle(w.operation()).orElseThrow()));
    }

    static Breach quality(String rule, Work w, Facts facts) {
        return Breach.of(
                rule,
                w,
                "needs %s, which %s does not allow now"
                        .formatted(w.form().quality(), w.machine().id()),
                "cần chuẩn %s, hiện %s không cho phép"
                        .formatted(w.form().quality(), w.machine().id()));
    }

    static Breach setupLength(String rule, Work w, Facts facts) {
        Both needed = Words.duration((int) Rules.setupNeeded(w));
        Both planned = Words.duration(w.start() - w.setupStart());
        return Breach.of(
                rule,
                w,
                "needs %s of setup, the plan has %s".formatted(needed.en(), planned.en()),
                "cần %s canh bài, kế hoạch có %s".formatted(needed.vi(), planned.vi()));
    }

    static Breach setupClosed(String rule, Work w, Facts facts) {
        Both at = facts.time(w.setupStart());
        return Breach.of(
                rule,
                w,
                "its setup from %s meets closed hours of %s"
                        .formatted(at.en(), w.machine().id()),
                "canh bài từ %s trùng giờ nghỉ của %s"
                        .formatted(at.vi(), w.machine().id()));
    }

    static Breach runClosed(String rule, Work w, Facts facts) {
        Both from = facts.time(w.start());
        Both to = facts.time(w.end());
        return Breach.of(
                rule,
                w,
                "starts %s or ends %s while %s is closed"
                        .formatted(from.en(), to.en(), w.machine().id()),
                "bắt đầu %s hoặc xong %s khi %s nghỉ"
                        .formatted(from.vi(), to.vi(), w.machine().id()));
    }

    static Breach duration(String rule, Work w, Facts facts) {
        Both needed = Words.duration((int) Rules.runNeeded(w));
        Both planned = Words.duration(facts.hours().openBetween(w.machine(), w.start(), w.end()));
        return Breach.of(
                rule,
                w,
                "needs %s of run, the plan has %s of open hours".formatted(needed.en(), planned.en()),
                "cần chạy %s, kế hoạch có %s giờ mở máy".formatted(needed.vi(), planned.vi()));
    }

    static Breach quantity(String rule, Work w, Facts facts) {
        Both needed = Words.count(w.task().quantities().unitsIn());
        Both planned = Words.count(w.times().unitsIn());
        return Breach.of(
                rule,
                w,
                "needs %s units in, the plan has %s".formatted(needed.en(), planned.en()),
                "cần %s đơn vị vào, kế hoạch có %s".formatted(needed.vi(), planned.vi()));
    }

    static Breach past(String rule, Work w, Facts facts) {
        Both at = facts.time(w.setupStart());
        return Breach.of(rule, w, "should have begun %s".formatted(at.en()), "lẽ ra đã bắt đầu %s".formatted(at.vi()));
    }

    static Breach gate(String rule, Work w, Facts facts) {
        Gate gate = Rules.findGate(w, facts).orElseThrow();
        Both what = Words.gate(gate.kind());
        Both at = gate.expected() == null
                ? new Both("at no known time", "chưa rõ lúc nào")
                : facts.words().time(gate.expected());
        return Breach.of(
                rule,
                w,
                "starts before %s: expected %s".formatted(what.en(), at.en()),
                "bắt đầu trước khi có %s: dự kiến %s".formatted(what.vi(), at.vi()));
    }

    static Breach precedence(String rule, Following following) {
        int batch = following.findMissingBatch().orElseThrow();
        String first = following.before().key();
        return batch == 1
                ? Breach.of(
                        rule,
                        following.after(),
                        "starts before what %s makes is ready".formatted(first),
                        "bắt đầu khi %s chưa sẵn sàng".formatted(first))
                : Breach.of(
                        rule,
                        following.after(),
                        "needs batch %d of %s before it is there".formatted(batch, first),
                        "cần mẻ %d của %s trước khi có".formatted(batch, first));
    }

    static Breach tooLate(String rule, Following following) {
        return Breach.of(
                rule,
                following.after(),
                "starts longer after %s than that may wait"
                        .formatted(following.before().key()),
                "bắt đầu quá lâu sau %s".formatted(following.before().key()));
    }

    static Breach orphan(String rule, Work after) {
        return Breach.of(
                rule,
                after,
                "is planned, but not all that it waits for",
                "có trong kế hoạch nhưng công đoạn trước thì không");
    }

    static Breach tool(String rule, Work a, Work b) {
        return Breach.of(
                rule,
                b,
                "tool %s is needed by %s at the same time".formatted(b.form().toolId(), a.key()),
                "khuôn %s đang được %s dùng".formatted(b.form().toolId(), a.key()));
    }

    static Breach plates(String rule, Work a, Work b) {
        return Breach.of(
                rule,
                b,
                "plate set %s is needed by %s at the same time"
                        .formatted(b.form().plateSetId(), a.key()),
                "bộ kẽm %s đang được %s dùng".formatted(b.form().plateSetId(), a.key()));
    }

    static Breach paper(String rule, Work w, String material) {
        return Breach.of(
                rule,
                w,
                "starts without enough usable sheets of %s".formatted(material),
                "bắt đầu khi không đủ giấy %s dùng được".formatted(material));
    }
}
