package cn.daxietong.exhibit;

/**
 * A label on a sheet, to be cut out and stuck on the item.
 *
 * @param picture the QR code as the address of an image
 * @param unit who keeps it
 */
public record LabelTag(String code, String picture, String number, String title, String unit) {}
