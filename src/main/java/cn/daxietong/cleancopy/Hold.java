package cn.daxietong.cleancopy;

import java.util.Locale;

/** Why there is no clean copy of a file, and what to do about it. */
enum Hold {
    EMPTY("文件是空的（0 字节），没有内容。请留言请举报人重新传一次。"),
    TOO_LARGE("文件超过 512 MB，不能净化。请留言请举报人剪成几段再传。"),
    INFECTED("杀毒软件报告文件带有病毒或木马，不提供副本。不要设法绕过；确需查看原件的，交网安部门在隔离的电脑上处理。"),
    UNSCANNED("待查杀：服务器装有杀毒软件，但它没有正常应答，查杀之前不提供副本。请稍后再试；仍然不行的，请系统管理员检查 ClamAV 和病毒库。"),
    ARCHIVE("这是压缩包，平台不解开。请留言请举报人解开后，把里面的文件逐个上传。"),
    NESTED("压缩包里还有压缩包，平台不解开。请留言请举报人全部解开后，把里面的文件逐个上传。"),
    BOMB("压缩包解开后会大得离谱（超过 100 倍、500 MB 或者 1000 个文件），可能是有意做的坏文件，不提供。"),
    PROGRAM("这是可执行程序，不论文件名写成什么，一律不提供。请不要设法打开原件。"),
    ACTIVE("这是网页、SVG 图形或脚本，打开时会运行其中的代码，不提供。请留言请举报人改传截图。"),
    MACROS("Office 文件带有宏（可以自己运行的程序），不提供。请留言请举报人另存为不带宏的文件，或者改传截图。"),
    LOCKED("文件设有密码，打不开。请留言请举报人去掉密码再传；不要把密码写在文件名里。"),
    PIXELS("图片超过 5000 万像素，不能净化。请留言请举报人缩小后再传。"),
    PAGES("文件超过 300 页，不能净化。请留言请举报人只传要紧的几页。"),
    JPEG_2000("文件里有 JPEG 2000 图片，平台转不出来，页面会缺图。请留言请举报人把页面打印成普通 PDF，或者截图再传。"),
    BROKEN("文件损坏，或者格式特殊，读不出来。请留言请举报人重新拍摄或者截图再传。"),
    UNKNOWN("平台不认识这种文件，没有办法净化。请留言请举报人改传照片、录像、PDF 或者截图。"),
    LIMITS("净化时用的时间或内存超过了上限，已经停下，可能是有意做的坏文件。请留言请举报人改传截图，或者剪短后再传。"),
    NO_OFFICE(
            "Office 文件要先转成页面图片，而服务器没有安装 LibreOffice。请系统管理员安装（Debian：libreoffice-writer-nogui、-calc-nogui、-impress-nogui），装好即可用。"),
    NO_FFMPEG("录像、录音和 WebP 图片要用 ffmpeg 净化，而服务器没有安装。请系统管理员安装（Debian：ffmpeg），装好即可用。"),
    NO_HEIF("HEIC 图片要先转换，而服务器没有安装转换程序。请系统管理员安装（Debian：libheif-examples），装好即可用。"),
    NO_ISOLATION("这种文件打开时可能自己连网，而服务器不能给转换程序断网。请系统管理员检查 unshare -U -n 能否运行（内核参数 user.max_user_namespaces）。"),
    NO_ROOM("净化只在内存盘里进行，不让明文落到硬盘上，而服务器没有内存盘或者余量不够。请系统管理员检查 /dev/shm，余量应有 1.5 GB。");

    private final String sentence;

    Hold(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Thrown where a file is looked into. */
    static final class Held extends Exception {
        private final Hold hold;
        private final java.util.List<String> listing;

        Held(Hold hold) {
            this(hold, java.util.List.of());
        }

        Held(Hold hold, java.util.List<String> listing) {
            super(hold.code(), null, false, false);
            this.hold = hold;
            this.listing = java.util.List.copyOf(listing);
        }

        Hold hold() {
            return hold;
        }

        java.util.List<String> listing() {
            return listing;
        }
    }
}
