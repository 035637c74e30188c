package vn.nhain.scheduler.plantproblem;

import java.util.Optional;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.Obstacle;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityState;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.words.Words;

/** Which machine may run an operation, and in which words it may not. */
final class Eligibility {
    private Eligibility() {}

    /** Why a machine that does this kind of work cannot run the operation; empty when it can. */
    static Optional<Reason> barrier(Machine machine, QualityState state, Operation operation) {
        Optional<Obstacle> obstacle = machine.findObstacle(operation);
        if (obstacle.isPresent()) {
            Words.Both why = words(obstacle.get(), operation.form());
            return Optional.of(new Reason("machine", why.en(), why.vi()));
        }
        // tolerances are those of print; a hold stops finishing machines too
        boolean prints = operation.kind() == OperationKind.PRINT;
        int needed = prints ? operation.form().quality().rank() : 1;
        if (needed <= state.allowedRank(machine.certified())) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                "quality",
                "its quality state %s does not allow %s"
                        .formatted(state, operation.form().quality()),
                "trạng thái chất lượng %s không cho phép %s"
                        .formatted(state, operation.form().quality())));
    }

    private static Words.Both words(Obstacle obstacle, Form form) {
        String sheet = form.sheet().inCentimetres();
        return switch (obstacle) {
            case PROCESS -> new Words.Both("it does not do this step", "không làm công đoạn này");
            case SHEET_TOO_LARGE ->
                new Words.Both(
                        "the sheet %s is larger than its largest".formatted(sheet),
                        "khổ %s lớn hơn khổ máy".formatted(sheet));
            case SHEET_TOO_SMALL ->
                new Words.Both(
                        "the sheet %s is smaller than its smallest".formatted(sheet),
                        "khổ %s nhỏ hơn khổ máy".formatted(sheet));
            case PAPER_TOO_LIGHT ->
                new Words.Both(
                        "%d g/m² is lighter than its lightest".formatted(form.gsm()),
                        "%d g/m² nhẹ hơn định lượng của máy".formatted(form.gsm()));
            case PAPER_TOO_HEAVY ->
                new Words.Both(
                        "%d g/m² is heavier than its heaviest".formatted(form.gsm()),
                        "%d g/m² nặng hơn định lượng của máy".formatted(form.gsm()));
            case COATING ->
                new Words.Both(
                        "it has no coater for %s".formatted(form.coating()),
                        "không có cụm tráng phủ cho %s".formatted(form.coating()));
            case QUALITY ->
                new Words.Both(
                        "it is not certified for %s".formatted(form.quality()),
                        "chưa được chứng nhận cho %s".formatted(form.quality()));
        };
    }
}
