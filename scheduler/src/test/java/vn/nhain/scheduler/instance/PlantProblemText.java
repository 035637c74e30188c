package vn.nhain.scheduler.instance;

/** A problem file of a plant in which every key that it may have stands once. */
public final class PlantProblemText {
    /** As JSON, which is YAML too. */
    public static final String JSON = """
            {"plant": {"id": "tiny", "name": "Tiny", "nameVi": "Nhỏ",
            "zone": "Asia/Ho_Chi_Minh", "calendars": [
            {"id": "day", "shifts": [
            {"name": "day", "days": "MON-SUN", "from": "08:00", "to": "18:00"}]}], "machines": [
            {"id": "OF1", "name": "Press", "nameVi": "Máy in", "kind": "OFFSET_PRESS", "operations": ["PRINT"],
            "minSheet": "300x200", "maxSheet": "1030x770", "minGsm": 60, "maxGsm": 450, "units": 4, "grossSpeed": 6000, "netFactor": 1.0, "setup": {"base": 10, "perPlate": 1, "format": 2, "caliper": 3, "makereadySheets": 100},
            "power": {"running": 60, "setup": 30, "idle": 10, "standby": 5}, "crew": 2, "rateVndPerHour": 600000, "calendar": "day", "certified": "BRAND_SPOT",
            "connection": {"protocol": "OPC_UA", "address": "opc.tcp://127.0.0.1:4840/"}}], "tariffs": [
            {"id": "T", "validFrom": "2026-04-22", "normalVndPerKwh": 2000}], "materials": [
            {"id": "IVORY", "name": "IVORY 300",
            "family": "ivory", "gsm": 300, "sheet": "1000x700", "priceVndPerKg": 30000, "co2eKgPerKg": 1}], "prices": {"plateVnd": 100000, "inkVndPerKg": 250000, "inkKgPerM2": 0.0003,
            "washVndPerLitre": 40000, "lateVndPerHour": 60000, "co2eVndPerKg": 500, "gridCo2eKgPerKwh": 0.6,
            "plateCo2eKg": 5, "inkCo2eKgPerKg": 3.5, "nightPayShare": 0.3, "wageVndPerHour": 50000}}, "origin": "2026-11-24T01:00:00Z", "stock": [
            {"id": "L1", "material": "IVORY", "sheets": 5000, "usableFrom": "2026-11-01T00:00:00Z", "arrival": false, "certified": false, "expires": "2027-11-01T00:00:00Z"}],
            "orders": [
            {"id": "A", "customer": "Sao Mai", "product": "box", "title": "t", "quantity": 500,
            "due": "2026-11-24T03:00:00Z", "customerDue": "2026-11-25T03:00:00Z", "priority": 2, "rush": false, "repeatOf": "Z", "fsc": false, "status": "OPEN", "gates": [
            {"kind": "PROOF", "cleared": false, "expected": "2026-11-24T02:00:00Z"}], "operations": [
            {"id": "P", "kind": "PRINT", "goodQuantity": 600,
            "unit": "sheet", "inputs": 1, "outputs": 1, "predecessors": [], "minLag": "PT2H", "maxLag": "PT20H", "transferBatch": 100,
            "form": {"material": "IVORY", "paperFamily": "ivory", "gsm": 300, "sheet": "1000x700",
            "frontInks": ["K"], "backInks": ["C"], "coating": "NONE", "quality": "HOUSE", "plateSet": "PS", "tool": "T1"}},
            {"id": "Q", "kind": "PRINT", "goodQuantity": 300, "predecessors": ["P"],
            "form": {"material": "IVORY", "paperFamily": "ivory", "gsm": 300, "sheet": "1000x700"}}]}], "actuals": [
            {"order": "OLD", "operation": "P", "machine": "OF1", "start": "2026-11-24T00:00:00Z", "end": "2026-11-24T01:30:00Z", "done": false}], "downtimes": [
            {"machine": "OF1", "from": "2026-11-25T01:00:00Z", "until": "2026-11-25T02:00:00Z"}], "qualityStates": [
            {"machine": "OF1", "state": "GREEN"}], "frozenUntil": "2026-11-24T02:00:00Z",
            "inForce": [
            {"order": "A", "operation": "P", "machine": "OF1", "start": "2026-11-24T02:00:00Z", "end": "2026-11-24T03:00:00Z"}], "weights": [
            {"line": "setup", "factor": 1.5}], "recalibrations": [
            {"machine": "OF1", "notBefore": "2026-11-24T06:00:00Z", "length": "PT40M", "after": "GREEN"}]}
            """;

    private PlantProblemText() {}
}
