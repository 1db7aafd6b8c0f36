package cn.daxietong.database;

/** A PostgreSQL that the county runs itself; we only come and go. */
record ExternalServer(Login owner) implements DatabaseServer {
    @Override
    public void close() {
        // Others use it too, so it stays up when we leave.
    }
}
