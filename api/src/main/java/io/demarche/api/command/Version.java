package io.demarche.api.command;

import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"demarche " + (version == null ? "(unpackaged)" : version)};
    }
}
