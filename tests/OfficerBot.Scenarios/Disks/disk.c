// Stands between a process and its disk (LD_PRELOAD): records, in order, every change of the files below DISK_FOLDER and every successful HTTP answer
// that left the process, and lets the k-th write or fsync fail. Tests rebuild from the record what a disk would hold after a power cut.
//
//   DISK_FOLDER  files below it are watched; SQLite's -shm is not, it is rebuilt at every start
//   DISK_RECORD  the record: struct head, path, data, one after the other
//   DISK_FAIL    "write:K:ERRNO" or "sync:K:ERRNO": the K-th call fails, those after it do not
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, TRUNCATE = 2, SYNC = 3, UNLINK = 4, RENAME = 5, SAID = 6 };

struct head { uint32_t kind, failed, path, data; uint64_t offset; };

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;
static const char *folder;
static char fail_kind;
static long fail_at, fail_errno, seen;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    folder = getenv("DISK_FOLDER");
    const char *to = getenv("DISK_RECORD"), *fail = getenv("DISK_FAIL");
    if (folder && to) record = open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fail) { fail_kind = fail[0]; sscanf(strchr(fail, ':'), ":%ld:%ld", &fail_at, &fail_errno); }
}

static int watched(const char *path) {
    size_t n = folder ? strlen(folder) : 0, m = strlen(path);
    return n && !strncmp(path, folder, n) && !(m > 4 && !strcmp(path + m - 4, "-shm"));
}

static int watched_fd(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    if (n <= 0 || path[0] != '/') return 0;
    path[n] = 0;
    return watched(path);
}

static void note(enum kind kind, int failed, const char *path, const void *data, size_t size, uint64_t offset) {
    if (record < 0) return;
    struct head head = { kind, failed, strlen(path), size, offset };
    struct iovec parts[] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)data, size } };
    if (writev(record, parts, 3) != (ssize_t)(sizeof head + head.path + size)) abort(); // a record with a hole would prove nothing
}

static int fails(char kind) {
    if (kind != fail_kind || ++seen != fail_at) return 0;
    errno = (int)fail_errno;
    return 1;
}

static ssize_t put(ssize_t (*real)(int, const void *, size_t, off64_t), int fd, const void *data, size_t size, off64_t at) {
    char path[PATH_MAX];
    if (!watched_fd(fd, path)) return real(fd, data, size, at);
    pthread_mutex_lock(&one);
    ssize_t n = fails('w') ? -1 : real(fd, data, size, at);
    int cause = errno;
    if (n > 0) note(WRITE, 0, path, data, n, at);
    pthread_mutex_unlock(&one);
    errno = cause;
    return n;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { REAL(pwrite64); return put(real, fd, data, size, at); }

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { REAL(pwrite); return put(real, fd, data, size, at); }

static ssize_t write_here(int fd, const void *data, size_t size, off64_t at) { REAL(write); (void)at; return real(fd, data, size); }

ssize_t write(int fd, const void *data, size_t size) {
    off64_t at = fd > 2 ? lseek64(fd, 0, SEEK_CUR) : -1;
    return at < 0 ? write_here(fd, data, size, 0) : put(write_here, fd, data, size, at);
}

static int cut(int (*real)(int, off64_t), int fd, off64_t size) {
    char path[PATH_MAX];
    if (!watched_fd(fd, path)) return real(fd, size);
    pthread_mutex_lock(&one);
    int result = real(fd, size);
    int cause = errno;
    if (!result) note(TRUNCATE, 0, path, "", 0, size);
    pthread_mutex_unlock(&one);
    errno = cause;
    return result;
}

int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return cut(real, fd, size); }

int ftruncate(int fd, off_t size) { REAL(ftruncate); return cut(real, fd, size); }

static int confirm(int (*real)(int), int fd) {
    char path[PATH_MAX];
    if (!watched_fd(fd, path)) return real(fd);
    pthread_mutex_lock(&one);
    int result = fails('s') ? -1 : real(fd);
    int cause = errno;
    note(SYNC, result != 0, path, "", 0, 0);
    pthread_mutex_unlock(&one);
    errno = cause;
    return result;
}

int fsync(int fd) { REAL(fsync); return confirm(real, fd); }

int fdatasync(int fd) { REAL(fdatasync); return confirm(real, fd); }

int unlink(const char *path) {
    REAL(unlink);
    if (!watched(path)) return real(path);
    pthread_mutex_lock(&one);
    int result = real(path);
    int cause = errno;
    if (!result) note(UNLINK, 0, path, "", 0, 0);
    pthread_mutex_unlock(&one);
    errno = cause;
    return result;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!watched(to)) return real(from, to);
    pthread_mutex_lock(&one);
    int result = real(from, to);
    int cause = errno;
    if (!result) note(RENAME, 0, from, to, strlen(to), 0);
    pthread_mutex_unlock(&one);
    errno = cause;
    return result;
}

// Noted before it leaves: what it promises must be on the disk by now.
static void said(const void *data, size_t size) {
    if (size < 12 || memcmp(data, "HTTP/1.1 20", 11)) return;
    pthread_mutex_lock(&one);
    note(SAID, 0, "", data, size < 4096 ? size : 4096, 0);
    pthread_mutex_unlock(&one);
}

ssize_t send(int fd, const void *data, size_t size, int flags) { REAL(send); said(data, size); return real(fd, data, size, flags); }

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    REAL(sendmsg);
    char all[4096];
    size_t n = 0;
    for (size_t i = 0; i < message->msg_iovlen && n < sizeof all; i++) {
        size_t part = message->msg_iov[i].iov_len < sizeof all - n ? message->msg_iov[i].iov_len : sizeof all - n;
        memcpy(all + n, message->msg_iov[i].iov_base, part);
        n += part;
    }
    said(all, n);
    return real(fd, message, flags);
}
