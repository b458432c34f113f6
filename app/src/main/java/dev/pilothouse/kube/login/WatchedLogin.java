package dev.pilothouse.kube.login;

import dev.pilothouse.kube.KubeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A credential made from files, such as a token file that somebody renews: read again when one of them changes.
/// Without files it is read once. While the files cannot be read, as in the middle of being replaced, the last
/// credential goes on; should the server refuse it, what is wrong with the files is said.
public final class WatchedLogin implements Login {

    /// Makes the credential from the files' content.
    public interface Source {
        /// Reads it.
        Credential read() throws KubeException;
    }

    private final Source source;
    private final List<Path> files;
    private @Nullable Reading last;

    private record Stamp(@Nullable FileTime modified, long size) {}

    private record Reading(List<Stamp> stamps, Credential credential) {}

    /// A login that reads `source` again when one of `files` changes.
    public WatchedLogin(Source source, List<Path> files) {
        this.source = source;
        this.files = List.copyOf(files);
    }

    @Override
    public synchronized Credential credential() throws KubeException {
        List<Stamp> stamps = stamps();
        Reading reading = last;
        if (reading != null && reading.stamps.equals(stamps)) return reading.credential;
        try {
            return read(stamps, reading);
        } catch (KubeException e) {
            if (reading == null) throw e;
            return reading.credential; // its stamps are the old ones: the next request reads again
        }
    }

    @Override
    public synchronized @Nullable Credential afterRefusal(Credential refused) throws KubeException {
        if (files.isEmpty()) return null;
        Credential now = read(stamps(), last);
        return now.equals(refused) ? null : now;
    }

    private Credential read(List<Stamp> stamps, @Nullable Reading before) throws KubeException {
        Credential now = source.read();
        if (before != null && before.credential.equals(now)) now = before.credential;
        last = new Reading(stamps, now);
        return now;
    }

    private List<Stamp> stamps() {
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files) {
            try {
                stamps.add(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException e) {
                stamps.add(new Stamp(null, -1)); // reading it will say why
            }
        }
        return stamps;
    }
}
