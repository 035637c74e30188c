package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.nhain.plant.material.StockLot;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/** Refuses a request that contradicts itself, naming every mistake. What the plant's nouns refuse is not asked again. */
final class RequestRules {
    private final ScheduleRequest request;
    private final List<String> mistakes = new ArrayList<>();

    private RequestRules(ScheduleRequest request) {
        this.request = request;
    }

    static void check(ScheduleRequest request) {
        RequestRules rules = new RequestRules(request);
        rules.orders();
        rules.stock();
        rules.actuals();
        rules.machines();
        rules.mistakes.addAll(RequestBounds.check(request));
        if (!rules.mistakes.isEmpty()) {
            throw new InvalidRequestException(rules.mistakes);
        }
    }

    private void orders() {
        Set<String> seen = new HashSet<>();
        for (Order order : request.orders()) {
            if (!seen.add(order.id())) {
                mistake("The order (%s) is there twice. Give each order an id of its own.", order.id());
            }
            if (order.operations().isEmpty()) {
                mistake("The order (%s) has no operations. Give it at least one.", order.id());
            }
            for (Operation operation : order.operations()) {
                String material = operation.form().materialId();
                if (request.plant().findMaterial(material).isEmpty()) {
                    mistake(
                            "The material (%s) of operation (%s) of order (%s) is not one of the plant's.",
                            material, operation.id(), order.id());
                }
            }
        }
    }

    private void stock() {
        Set<String> seen = new HashSet<>();
        for (StockLot lot : request.stock().lots()) {
            if (!seen.add(lot.id())) {
                mistake("The lot (%s) is there twice. Give each lot an id of its own.", lot.id());
            }
            if (request.plant().findMaterial(lot.materialId()).isEmpty()) {
                mistake("The material (%s) of lot (%s) is not one of the plant's.", lot.materialId(), lot.id());
            }
        }
    }

    private void actuals() {
        Set<String> seen = new HashSet<>();
        for (Actual actual : request.actuals()) {
            String name = PlantProblemBuilder.key(actual.orderId(), actual.operationId());
            if (!seen.add(name)) {
                mistake("The operation (%s) has started twice. Report it once.", name);
            }
            machine(actual.machineId(), "on which operation (%s) has started".formatted(name));
            if (actual.end().isBefore(actual.start())) {
                mistake(
                        "The end (%s) of started operation (%s) must not be before its start (%s).",
                        actual.end(), name, actual.start());
            }
            Optional<Order> order = request.orders().stream()
                    .filter(o -> o.id().equals(actual.orderId()))
                    .findFirst();
            if (order.isPresent()
                    && order.get().operations().stream().noneMatch(o -> o.id().equals(actual.operationId()))) {
                mistake("The started operation (%s) is not one of order (%s).", actual.operationId(), actual.orderId());
            }
        }
    }

    private void machines() {
        request.qualityStates().keySet().forEach(id -> machine(id, "whose quality state is given"));
        Set<String> recalibrated = new HashSet<>();
        for (ScheduleRequest.Recalibration recalibration : request.recalibrations()) {
            machine(recalibration.machineId(), "whose recalibration is to be planned");
            if (!recalibrated.add(recalibration.machineId())) {
                mistake("The machine (%s) is to be recalibrated twice. Plan one at a time.", recalibration.machineId());
            }
            if (recalibration.length().isNegative() || recalibration.length().isZero()) {
                mistake(
                        "The recalibration of machine (%s) must take some time, not %s.",
                        recalibration.machineId(), recalibration.length());
            }
        }
        for (ScheduleRequest.Downtime down : request.downtimes()) {
            machine(down.machineId(), "whose downtime is given");
            if (!down.until().isAfter(down.from())) {
                mistake(
                        "The downtime of machine (%s) must end after %s, not at %s.",
                        down.machineId(), down.from(), down.until());
            }
        }
    }

    private void machine(String id, String role) {
        if (request.plant().findMachine(id).isEmpty()) {
            mistake("The machine (%s) %s is not one of the plant's.", id, role);
        }
    }

    private void mistake(String sentence, Object... values) {
        mistakes.add(String.format(Locale.ROOT, sentence, values));
    }
}
