#!/bin/busybox sh
# The first process of the test guest. It tells on its serial console what it does, and takes commands there:
#   burn          keep one vCPU busy          alloc N   hold N MiB of memory
#   write N       write N MiB to the disk     read N    read N MiB from it
#   send N        send N packets              suspend   sleep to memory until woken up
#   stop          end burn and alloc          poweroff, reboot, crash
# Each answers "DONE <command> <exit status>". The ACPI power button powers off.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev 2>/dev/null
while read -r module; do insmod "/modules/$module"; done </modules/order
mount -t tmpfs -o size=90% tmpfs /hold
stty -echo
option() { grep -q "\b$1\b" /proc/cmdline; }
burn() { while :; do :; done & burners="$burners $!"; }
network() { ip address replace 10.0.2.15/24 dev eth0 && ip link set eth0 up; }
# A busy host may drop the first of them, or all: then they are sent again, and what happened is told.
send() {
    for try in 1 2 3; do
        ping -q -c "$1" -i 0.01 -s 1400 10.0.2.2 && return
        ip address show eth0
        ip neigh
    done
    return 1
}

for name in /sys/class/input/event*/device/name; do
    grep -q 'Power Button' "$name" || continue
    device=${name#/sys/class/input/} device=/dev/input/${device%%/*}
    (dd if="$device" of=/dev/null bs=24 count=1 2>/dev/null && echo GUEST-POWERBUTTON && poweroff -f) &
done
(
    while :; do
        while read -r key value _; do
            case $key in MemTotal:) total=$value ;; MemAvailable:) echo "MEM $total $value" && break ;; esac
        done </proc/meminfo
        sleep 1
    done
) &
option guest.burn && burn
if [ -x /bin/qemu-ga ]; then
    hostname tiny
    network
    for name in /sys/class/virtio-ports/*/name; do
        port=${name#/sys/class/virtio-ports/} port=/dev/${port%%/*}
        qemu-ga --daemonize --method=virtio-serial --path="$port" --statedir=/tmp --pidfile=/tmp/qemu-ga
    done
fi
echo "GUEST-READY $(cat /proc/uptime)"

while :; do
    while read -r command number; do
        case $command in
        burn) burn ;;
        alloc) dd if=/dev/zero of=/hold/memory bs=1M count="$number" 2>/dev/null ;;
        write) dd if=/dev/zero of=/dev/vda bs=1M count="$number" oflag=direct 2>/dev/null ;;
        read) dd if=/dev/vda of=/dev/null bs=1M count="$number" iflag=direct 2>/dev/null ;;
        send) network && send "$number" ;;
        suspend) echo mem >/sys/power/state ;;
        stop) [ -z "$burners" ] || kill $burners; burners=; rm -f /hold/memory ;;
        poweroff) poweroff -f ;;
        reboot) reboot -f ;;
        crash) echo c >/proc/sysrq-trigger ;;
        "") continue ;;
        *) false ;;
        esac
        echo "DONE $command $?"
    done
    sleep 1
done </dev/ttyS0
