package cn.daxietong.tipoff;

/** Who told it, as the teller wrote it; lies in the identity envelope and nowhere else. */
record Identity(String name, String contact) {
    boolean isEmpty() {
        return name.isBlank() && contact.isBlank();
    }
}
