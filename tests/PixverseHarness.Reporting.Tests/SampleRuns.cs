using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting.Tests;

/// <summary>The fixed documents behind the committed samples.</summary>
internal static class SampleRuns
{
    /// <summary>Seventy workers of 44 s hold 1.6 jobs/s: the ramp passes that, a queue builds, and drains again.</summary>
    private static readonly PlayedRunOptions Ramp = new()
    {
        Rates = [0.5, 0.8, 1.1, 1.4, 1.6, 1.9, 1.4, 1.0, 0.6],
        StepLength = TimeSpan.FromMinutes(3),
        Drain = TimeSpan.FromMinutes(3),
        Workers = 70,
        Objective = TimeSpan.FromSeconds(90),
        FailedByService = 0.02,
        Rejected = 0.015,
        NeverEnds = 0.004,
    };

    public static HostDocument Host { get; } = new()
    {
        StartedAt = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero),
        OperatingSystem = "Debian GNU/Linux 13",
        Runtime = ".NET 10.0.0",
        Cores = 2,
        Generator = new GeneratorDocument
        {
            Readings = 1800, CpuShareMean = 0.118, CpuShareMaximum = 0.342, GcPauseUs = 412_000, GcPauseShareMaximum = 0.011,
            ThreadPoolQueueMaximum = 7, ResidentBytesMaximum = 96L << 20,
        },
    };

    public static RunDocument Load()
    {
        var measured = PlayedRun.Of(Ramp).Measure();
        var header = new RunHeader
        {
            Kind = RunKind.Load,
            Name = "ramp past the knee",
            Description = "Raises the arrival rate in steps of three minutes past what 70 workers sustain, and lowers it again.",
            Seed = Ramp.Seed,
            ToolVersion = "0.1.0",
            ContractVersion = "2026-11",
            Target = TargetKind.Simulator,
            Plan = new PlanDocument
            {
                DurationUs = 27L * 60 * 1_000_000,
                Facts =
                [
                    new PlanFact("workflow", "v2-submit-poll"),
                    new PlanFact("arrival", "poisson"),
                    new PlanFact("poll policy", "fixed 2 s, random first poll"),
                    new PlanFact("drain", "3 m"),
                    new PlanFact("workers of the twin", "70"),
                ],
            },
        };
        string[] thresholds =
        [
            "job_duration: p(50)<60s", "job_duration: p(95)<90s", "job_run: p(95)<70s", "job_duration{cohort:step2}: p(95)<75s", "job_duration{cohort:step6}: p(95)<75s", "job_duration{cohort:step9}: p(99)<90s",
            "jobs_failed: rate<5%", "submit_lateness: p(99)<5ms", "job_goodput: rate>=0.8/s",
        ];
        return RunDocument.Conclude(
            header, measured, [.. thresholds.Select(text => ThresholdJudge.Judge(ThresholdParser.Parse(text, out _)!, measured))], Host.Generator);
    }

    public static RunDocument Verification() => RunDocument.Conclude(
        new RunHeader
        {
            Kind = RunKind.Verification, Name = "contract suite", Seed = 1, ToolVersion = "0.1.0", ContractVersion = "2026-11", Target = TargetKind.Url,
        },
        [
            new Finding
            {
                Id = "PV-STATUS-007/regress", Clause = "PV-STATUS-007", Severity = FindingSeverity.Error, Class = FindingClass.TwinWrong,
                Message = "A terminal state was followed by another one.", Where = "GET /v2/requests/{id}/status $.status",
                Expected = "COMPLETED", Seen = "PROCESSING", Curl = "curl -s -H \"x-api-key: $PIXVERSE_KEY\" http://127.0.0.1:8080/v2/requests/request_1/status",
            },
            new Finding
            {
                Id = "undocumented/header/x-trace", Severity = FindingSeverity.Note, Class = FindingClass.Undocumented,
                Message = "The answer has a header that no source mentions.", Where = "POST /v2/pixverse-text2video header x-trace",
                Expected = "absent", Seen = "x-trace: a1",
            },
        ],
        checksRun: 41);
}
