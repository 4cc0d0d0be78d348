using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Benchmarks.HostCalls;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Benchmarks.HeldJobs;

/// <summary>
/// Makes a served twin hold many live jobs, each with a prompt of 100 characters of its own, and says what they take: the
/// resident memory of the whole process, host included, before and after, and while every job is polled.
/// </summary>
internal static class JobHolder
{
    private const int PromptLength = 100;

    /// <summary>Holds jobs and prints the table.</summary>
    public static async Task<int> RunAsync(int jobs)
    {
        await using var twin = await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = new TwinOptions { ManualClock = true } }, TimeProvider.System);
        var ids = new byte[jobs * 16];
        var before = Resident();
        Console.WriteLine("| live jobs | resident | managed, last collection | a job, resident |");
        Console.WriteLine("|---:|---:|---:|---:|");
        for (var job = 0; job < jobs; job++)
        {
            var answer = twin.Core.Handle(CallTarget.Request("/v2/pixverse-text2video", Body(job))).Plain!;
            Guid.Parse(IdOf(answer.Body.Span)).TryWriteBytes(ids.AsSpan(job * 16));
            if ((job + 1) % Math.Max(1, jobs / 4) == 0)
            {
                PrintRow(job + 1, before);
            }
        }

        for (var job = 0; job < jobs; job++)
        {
            var id = new Guid(ids.AsSpan(job * 16, 16));
            if (twin.Core.Handle(CallTarget.Request($"/v2/requests/{id}/status")).Plain!.Status != 200)
            {
                Console.Error.WriteLine($"Job {job} is gone.");
                return 1;
            }
        }

        Console.WriteLine();
        Console.WriteLine($"After a poll of every job: {Megabytes(Resident())} resident; highest ever {Megabytes(Resident("VmHWM"))}. The ids that this program keeps, {ids.Length >> 20} MB, are in it.");
        return 0;
    }

    private static string Body(int job) =>
        $$"""{"prompt":"{{job.ToString(CultureInfo.InvariantCulture).PadRight(PromptLength, 'x')}}","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private static string IdOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("request_id"u8))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new InvalidOperationException($"No id in '{Encoding.UTF8.GetString(body)}'.");
    }

    private static void PrintRow(int jobs, long before)
    {
        var resident = Resident();
        var managed = GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
        Console.WriteLine($"| {jobs.ToString("N0", CultureInfo.InvariantCulture)} | {Megabytes(resident)} | {Megabytes(managed)} | {(resident - before) / jobs} bytes |");
    }

    private static string Megabytes(long bytes) => $"{bytes / 1_000_000} MB";

    private static long Resident(string field = "VmRSS") =>
        long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
}
