/* Sees every connection that a program tries to make, loaded before the C library: each that would leave the machine's
 * own sockets is written into the file that KIKITORI_NET names, and refused. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int leaves(const struct sockaddr *to, const char *call) {
    const char *file = getenv("KIKITORI_NET");
    if (!to || (to->sa_family != AF_INET && to->sa_family != AF_INET6)) return 0;
    int out = file ? open(file, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (out >= 0) {
        ssize_t written = write(out, call, strlen(call));
        (void)written;
        close(out);
    }
    errno = ENETUNREACH;
    return 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

int connect(int fd, const struct sockaddr *to, socklen_t length) {
    REAL(connect);
    return leaves(to, "connect\n") ? -1 : real(fd, to, length);
}

ssize_t sendto(int fd, const void *from, size_t count, int flags, const struct sockaddr *to, socklen_t length) {
    REAL(sendto);
    return leaves(to, "sendto\n") ? -1 : real(fd, from, count, flags, to, length);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    REAL(sendmsg);
    return leaves(message->msg_name, "sendmsg\n") ? -1 : real(fd, message, flags);
}

int bind(int fd, const struct sockaddr *at, socklen_t length) {
    REAL(bind);
    return leaves(at, "bind\n") ? -1 : real(fd, at, length);
}
