package io.github.youtubeupload.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads this process's own meters, from when it is made until {@link #stop}. */
final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final long startNanos;
  private final long startCpu;
  private final long startAllocated;

  Meter() {
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    startAllocated = allocated();
    startCpu = SYSTEM.getProcessCpuTime();
    startNanos = System.nanoTime();
  }

  Figures stop(long bytes) throws IOException {
    return new Figures(
        bytes,
        (System.nanoTime() - startNanos) / 1e9,
        (SYSTEM.getProcessCpuTime() - startCpu) / 1e9,
        heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
        peakRss(ProcessHandle.current().pid()),
        allocated() - startAllocated,
        ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** By every thread that lives; those of an upload outlive it by seconds. */
  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** The high-water mark that Linux keeps; 0 where there is none. */
  static long peakRss(long pid) throws IOException {
    return kernel(Path.of("/proc/" + pid + "/status"), "VmHWM:") * 1024;
  }

  /** Bytes of files this process has written so far, as Linux counts; 0 where it does not. */
  static long written() throws IOException {
    return kernel(Path.of("/proc/self/io"), "write_bytes:");
  }

  private static long kernel(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}
