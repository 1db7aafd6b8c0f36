package cn.daxietong.database;

/** The PostgreSQL that this process uses: one of its own, or one that somebody else runs. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {
    /** The account that owns every table and migrates them; nothing else ever runs as it. */
    Login owner();

    @Override
    void close();
}
