package org.digitscope.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Digitscope "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("development")
        };
    }
}
