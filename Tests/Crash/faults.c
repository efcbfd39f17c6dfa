/* Makes writing to files fail as the file named by FAULTS says, while it is there: its text is an errno, such as 28
 * (no space) or 30 (read-only). Loaded into the program with LD_PRELOAD; reading is never touched.
 *
 * Only paths that hold the text of FAULTS_PATH are meant, so that the log can still be written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int fault(void) {
    const char *name = getenv("FAULTS");
    if (!name) return 0;
    int file = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    char text[8] = {0};
    long count = syscall(SYS_read, file, text, sizeof text - 1);
    syscall(SYS_close, file);
    return count > 0 ? atoi(text) : 0;
}

static int is_meant(const char *path) {
    const char *part = getenv("FAULTS_PATH");
    return part && path && strstr(path, part) != NULL;
}

static int file_is_meant(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_meant(path);
}

#define REFUSE(meant)                     \
    do {                                  \
        int code = (meant) ? fault() : 0; \
        if (code) {                       \
            errno = code;                 \
            return -1;                    \
        }                                 \
    } while (0)

#define NEXT(name, type) \
    static type next;    \
    if (!next) next = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*pwrite_type)(int, const void *, size_t, off_t);
typedef ssize_t (*write_type)(int, const void *, size_t);
typedef int (*truncate_type)(int, off_t);
typedef int (*sync_type)(int);
typedef int (*open_type)(const char *, int, ...);

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    NEXT("pwrite", pwrite_type);
    REFUSE(file_is_meant(file));
    return next(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t place) {
    NEXT("pwrite64", pwrite_type);
    REFUSE(file_is_meant(file));
    return next(file, bytes, count, place);
}

ssize_t write(int file, const void *bytes, size_t count) {
    NEXT("write", write_type);
    REFUSE(file > 2 && file_is_meant(file));
    return next(file, bytes, count);
}

int ftruncate(int file, off_t length) {
    NEXT("ftruncate", truncate_type);
    REFUSE(file_is_meant(file));
    return next(file, length);
}

int ftruncate64(int file, off_t length) {
    NEXT("ftruncate64", truncate_type);
    REFUSE(file_is_meant(file));
    return next(file, length);
}

int fsync(int file) {
    NEXT("fsync", sync_type);
    REFUSE(file_is_meant(file));
    return next(file);
}

int fdatasync(int file) {
    NEXT("fdatasync", sync_type);
    REFUSE(file_is_meant(file));
    return next(file);
}

/* A full disk still lets existing files be opened; a read-only one opens none for writing. */
static int refuses_open(const char *path, int flags) {
    if ((flags & O_ACCMODE) == O_RDONLY || !is_meant(path)) return 0;
    int code = fault();
    if (code == ENOSPC && (!(flags & O_CREAT) || access(path, F_OK) == 0)) return 0;
    return code;
}

int open(const char *path, int flags, ...) {
    NEXT("open", open_type);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    int code = refuses_open(path, flags);
    if (code) {
        errno = code;
        return -1;
    }
    return next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    NEXT("open64", open_type);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    int code = refuses_open(path, flags);
    if (code) {
        errno = code;
        return -1;
    }
    return next(path, flags, mode);
}
