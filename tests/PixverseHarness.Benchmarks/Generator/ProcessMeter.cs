using System.Globalization;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>What a process and its children have used, read from <c>/proc</c>: alike for every tool, whatever it is written in.</summary>
internal static class ProcessMeter
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>User and system time of the process and its living children, in seconds.</summary>
    public static double CpuSeconds(int pid) => Tree(pid).Sum(static one =>
    {
        // Behind the name in brackets, which may hold blanks: field 3 of the whole line comes first.
        var line = File.ReadAllText($"/proc/{one}/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    });

    /// <summary>Resident memory of the process and its children, in MiB.</summary>
    public static double ResidentMebibytes(int pid) => Tree(pid).Sum(static one =>
    {
        var line = File.ReadLines($"/proc/{one}/status").First(static text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024.0;
    });

    private static IEnumerable<int> Tree(int pid)
    {
        yield return pid;
        foreach (var child in File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var one in Tree((int)Number(child)))
            {
                yield return one;
            }
        }
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
