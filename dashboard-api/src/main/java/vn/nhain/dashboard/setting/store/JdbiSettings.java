package vn.nhain.dashboard.setting.store;

import org.jdbi.v3.core.Jdbi;
import vn.nhain.dashboard.setting.Settings;

/** Switches in the business store. Thread-safe. */
public final class JdbiSettings implements Settings {
    private final Jdbi jdbi;

    public JdbiSettings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean flag(String name, boolean otherwise) {
        return jdbi.withHandle(handle -> handle.select("select content from setting where name = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne())
                .map(Boolean::parseBoolean)
                .orElse(otherwise);
    }

    @Override
    public void setFlag(String name, boolean on) {
        jdbi.useTransaction(handle -> {
            int changed = handle.createUpdate("update setting set content = :content where name = :name")
                    .bind("name", name)
                    .bind("content", Boolean.toString(on))
                    .execute();
            if (changed == 0) {
                handle.createUpdate("insert into setting (name, content) values (:name, :content)")
                        .bind("name", name)
                        .bind("content", Boolean.toString(on))
                        .execute();
            }
        });
    }
}
