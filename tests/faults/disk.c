/* A disk that fails: loaded before the C library, it lets the Nth write, and all after it, fail as a real disk would.
 * KIKITORI_FAULT is "space:N" (no room), "sync:N" (what was written could not be kept) or "readonly:N" (files cannot be
 * opened to be written), counted from 1; "kill:N" kills the program at the Nth. In place of N there may be a path: then
 * they fail as long as something is there. Standard streams are left alone, and, if KIKITORI_FAULT_IN names a folder,
 * everything outside of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int fails(const char *kind) {
    const char *fault = getenv("KIKITORI_FAULT");
    size_t length = strlen(kind);
    if (!fault || strncmp(fault, kind, length) != 0 || fault[length] != ':') return 0;
    const char *from = fault + length + 1;
    if (*from == '/') return access(from, F_OK) == 0;
    return __sync_add_and_fetch(&calls, 1) >= atol(from);
}

static int meant(const char *path) {
    const char *folder = getenv("KIKITORI_FAULT_IN");
    return !folder || strncmp(path, folder, strlen(folder)) == 0;
}

static int meant_by(int fd) {
    char link[64], path[4096];
    if (fd <= 2) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    return meant(path);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define DIES(fd) if (meant_by(fd) && fails("kill")) raise(SIGKILL);
#define NO_ROOM(fd) DIES(fd) if (meant_by(fd) && fails("space")) { errno = ENOSPC; return -1; }
#define NOT_KEPT(fd) DIES(fd) if (meant_by(fd) && fails("sync")) { errno = EIO; return -1; }

ssize_t write(int fd, const void *from, size_t count) { REAL(write); NO_ROOM(fd) return real(fd, from, count); }
ssize_t pwrite(int fd, const void *from, size_t count, off_t at) { REAL(pwrite); NO_ROOM(fd) return real(fd, from, count, at); }
ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) { REAL(pwrite64); NO_ROOM(fd) return real(fd, from, count, at); }
int fsync(int fd) { REAL(fsync); NOT_KEPT(fd) return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); NOT_KEPT(fd) return real(fd); }

static int to_write(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        if (to_write(flags) && meant(path) && fails("readonly")) { errno = EROFS; return -1; } \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)
