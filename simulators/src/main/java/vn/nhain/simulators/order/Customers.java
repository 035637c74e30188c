package vn.nhain.simulators.order;

import java.util.List;
import java.util.Map;

/** Invented customers and the titles that they order. */
final class Customers {
    private static final List<String> BRANDS = List.of(
            "Bánh kẹo Sen Bảy Cánh",
            "Dược phẩm Thuận Nam An",
            "Mỹ phẩm Lá Trầu Xanh",
            "Thực phẩm Ba Con Ong",
            "Trà Sương Đồi Tây",
            "Cà phê Mái Ngói Đỏ",
            "Yến sào Đảo Gió",
            "Điện gia dụng Bếp Hồng",
            "Nước mắm Cánh Buồm Nâu",
            "Đồ chơi Diều Giấy",
            "Giày dép Bước Mây",
            "Thủy sản Sông Chín Nhánh");
    private static final List<String> SHOPS = List.of(
            "Siêu thị Chợ Mới Vui",
            "Nội thất Gỗ Ba Miền",
            "Du lịch Cánh Cò Trắng",
            "Trung tâm Anh ngữ Cầu Vồng Nhỏ",
            "Bất động sản Phố Bên Sông",
            "Nhà hàng Bếp Lá Chuối",
            "Thời trang Tơ Vàng",
            "Phòng khám Nụ Cười Xinh",
            "Khách sạn Hoa Giấy",
            "Điện máy Ánh Sao Đêm");
    private static final List<String> PUBLISHERS = List.of(
            "Nhà sách Trang Giấy Mới",
            "Trường Mầm non Hạt Nắng",
            "Sách thiếu nhi Dế Cơm",
            "Học viện Ngọn Đèn",
            "Tạp chí Làng Nghề Nay");

    private static final Map<Product, List<String>> BUYERS = Map.of(
            Product.CARTON, BRANDS,
            Product.LABEL, BRANDS,
            Product.BAG, SHOPS,
            Product.FLYER, SHOPS,
            Product.CATALOGUE, SHOPS,
            Product.POSTER, SHOPS,
            Product.STATIONERY, SHOPS,
            Product.BOOK, PUBLISHERS);

    private static final Map<Product, List<String>> TITLES = Map.of(
            Product.CARTON,
                    List.of("Hộp bánh Tết", "Hộp thuốc 10 vỉ", "Hộp kem dưỡng 50 ml", "Hộp trà 25 túi", "Hộp quà 6 hũ"),
            Product.LABEL, List.of("Nhãn chai 500 ml", "Nhãn lon", "Nhãn hũ thủy tinh", "Nhãn nước mắm 1 lít"),
            Product.BAG, List.of("Túi giấy cỡ lớn", "Túi giấy quai dù", "Túi quà Tết"),
            Product.FLYER, List.of("Tờ rơi khai trương", "Tờ gấp giới thiệu", "Tờ rơi khuyến mãi cuối năm"),
            Product.CATALOGUE, List.of("Catalogue mẫu mới", "Hồ sơ năng lực", "Thực đơn mùa lễ"),
            Product.POSTER, List.of("Lịch Tết treo tường", "Poster khuyến mãi", "Lịch bloc bìa treo"),
            Product.STATIONERY, List.of("Giấy tiêu đề", "Phiếu thu chi", "Bao thư"),
            Product.BOOK, List.of("Sách bài tập", "Truyện tranh tập", "Giáo trình", "Kỷ yếu"));

    private Customers() {}

    static String customer(Product product, Dice dice) {
        return dice.oneOf(BUYERS.getOrDefault(product, SHOPS));
    }

    static String title(Product product, Dice dice) {
        return dice.oneOf(TITLES.getOrDefault(product, List.of(product.title)));
    }
}
