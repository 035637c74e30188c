package vn.nhain.scheduler.configure;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure is called on the command line. */
final class Failures {
    private Failures() {}

    /** A sentence for a person: never empty, never only a file name or the word null. */
    static String tell(Throwable failure) {
        if (failure instanceof NoSuchFileException e) {
            return "The file (%s) does not exist. Check the name and the folder.".formatted(e.getFile());
        }
        if (failure instanceof AccessDeniedException e) {
            return "The file (%s) may not be read or written. Check its permissions.".formatted(e.getFile());
        }
        if (failure instanceof FileSystemException e) {
            return "The file (%s) cannot be used: %s.".formatted(e.getFile(), e.getReason());
        }
        if (failure instanceof CharacterCodingException) {
            return "The file is not text in UTF-8. Save it in that encoding.";
        }
        if (failure instanceof OutOfMemoryError) {
            return "The problem does not fit into memory. Give more with NHAIN_JAVA_OPTS=-Xmx8g.";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
