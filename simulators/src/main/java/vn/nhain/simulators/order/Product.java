package vn.nhain.simulators.order;

import java.util.List;
import vn.nhain.plant.order.Operation;

/**
 * What a carton and commercial plant makes: its share of orders, run lengths and lead times are trade knowledge checked
 * against a real plant's.
 */
enum Product {
    CARTON("Folding carton", 34, 15_000, 0.8, 7, 12, 3, "IVORY-400-72x102"),
    FLYER("Flyer", 18, 5_000, 1.0, 2, 5, 1, "FANCY-120-65x86"),
    CATALOGUE("Catalogue, saddle stitched", 12, 3_000, 0.7, 5, 8, 3, "FANCY-120-65x86"),
    BOOK("Book, perfect bound", 10, 2_000, 0.7, 9, 14, 5, "FORD-120-65x86"),
    LABEL("Label", 8, 40_000, 0.7, 5, 8, 2, "COUCHE-90-65x86"),
    BAG("Paper bag", 7, 6_000, 0.7, 7, 10, 3.5, "KRAFT-200-72x102"),
    POSTER("Poster or calendar", 6, 1_500, 0.8, 4, 8, 1.5, "COUCHE-170-72x102"),
    STATIONERY("Forms and stationery", 5, 4_000, 0.8, 2, 5, 1, "FANCY-120-52x74");

    final String title;
    /** Share of orders, percent; all together are 100. */
    final int percent;

    final int medianQuantity;
    /** Standard deviation of the logarithm of the quantity. */
    final double logDeviation;

    final double leadDaysLeast;
    final double leadDaysMost;
    /** Days that its route takes at least, drying included. */
    final double routeDays;
    /** A paper that is bought for the job only. */
    final String specialPaper;

    Product(
            String title,
            int percent,
            int medianQuantity,
            double logDeviation,
            double leadDaysLeast,
            double leadDaysMost,
            double routeDays,
            String specialPaper) {
        this.title = title;
        this.percent = percent;
        this.medianQuantity = medianQuantity;
        this.logDeviation = logDeviation;
        this.leadDaysLeast = leadDaysLeast;
        this.leadDaysMost = leadDaysMost;
        this.routeDays = routeDays;
        this.specialPaper = specialPaper;
    }

    /** The operations that make a design of it, in route order. */
    List<Operation> operations(Design design) {
        return switch (this) {
            case CARTON -> PackagingRecipes.carton(design);
            case FLYER -> CommercialRecipes.flyer(design);
            case CATALOGUE -> BookRecipes.catalogue(design);
            case BOOK -> BookRecipes.book(design);
            case LABEL -> PackagingRecipes.label(design);
            case BAG -> PackagingRecipes.bag(design);
            case POSTER -> CommercialRecipes.poster(design);
            case STATIONERY -> CommercialRecipes.stationery(design);
        };
    }

    /** Whether it can be made within two days, and so be a rush order. */
    boolean canRush() {
        return routeDays <= 2;
    }
}
