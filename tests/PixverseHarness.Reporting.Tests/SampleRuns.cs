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

    /// <summary>Every verdict, every severity, every class, and what a report must survive: no clause, no curl, no script.</summary>
    public static RunDocument Verification() => RunDocument.Conclude(
        new RunHeader
        {
            Kind = RunKind.Verification, Name = "contract", Description = "http://127.0.0.1:8787 against the documented profile", Seed = 1,
            ToolVersion = "0.1.0", ContractVersion = "2026-11", Target = TargetKind.Url,
        },
        [
            new Finding
            {
                Id = "PVF-0000000001", Clause = "PV-STATUS-007", Severity = FindingSeverity.Error, Class = FindingClass.TwinWrong,
                Message = "A terminal state never changes.", Where = "GET /v2/requests/{id}/status /status",
                Expected = "COMPLETED at /status", Seen = "PROCESSING",
                Curl = "curl -s -H \"x-api-key: $SEGMIND_API_KEY\" http://127.0.0.1:8787/v2/requests/request_1/status", Script = "repro/PVF-0000000001.sh",
            },
            new Finding
            {
                Id = "PVF-0000000002", Clause = "PV-STATUS-020", Severity = FindingSeverity.Error, Class = FindingClass.ApiChanged,
                Message = "The status of a failed job is answered 422.", Where = "GET /v2/requests/{id}/status status",
                Expected = "status 422", Seen = "status 200, {\"status\":\"FAILED\"}", Script = "repro/PVF-0000000002.sh",
            },
            new Finding
            {
                Id = "PVF-0000000003", Clause = "PV-SUBMIT-003", Severity = FindingSeverity.Warning, Class = FindingClass.DocumentWrong,
                Message = "The answer to a submit holds no number.", Where = "POST /v2/pixverse-text2video /queue",
                Expected = "nothing at /queue", Seen = "1234.5",
            },
            new Finding
            {
                Id = "undocumented/header/x-trace", Severity = FindingSeverity.Note, Class = FindingClass.Undocumented,
                Message = "The answer has a header that no source mentions.", Where = "POST /v2/pixverse-text2video header x-trace",
                Expected = "nothing beyond the contract", Seen = "x-trace: a1",
            },
            new Finding
            {
                Id = "client/key-in-url/GET /v2/requests/{id}", Clause = "key-in-url", Severity = FindingSeverity.Error, Class = FindingClass.ClientWrong,
                Message = "Keep the key out of URLs.", Where = "GET /v2/requests/{id} URL", Expected = "what PV-AUTH-001 says", Seen = "the key (in request 3)",
            },
        ],
        new VerificationDocument
        {
            Profile = "documented",
            Requests = 4021,
            Clauses =
            [
                Clause("PV-STATUS-007", "A terminal state never changes.", ClauseVerdict.Violated, looks: 12),
                Clause("PV-STATUS-008", "Polling changes nothing.", ClauseVerdict.Held, looks: 1840),
                Clause("PV-STATUS-020", "The status of a failed job is answered 422.", ClauseVerdict.Violated, looks: 3),
                Clause("PV-STATUS-025", "Clients poll every two seconds.", ClauseVerdict.NotCheckable, reason: "is advice to clients"),
                Clause("PV-SUBMIT-003", "The answer to a submit holds no number.", ClauseVerdict.Held, looks: 40),
                Clause("PV-SUBMIT-004", "Whether the same body twice makes two jobs is not known.", ClauseVerdict.Observed, looks: 2) with
                {
                    Observations = ["POST /v2/pixverse-text2video body: as in the twin (two ids)"],
                },
                Clause("PV-LIMIT-002", "A 429 names the end of its window.", ClauseVerdict.NotChecked, reason: "the target cannot be arranged"),
                Clause("PV-LIMIT-003", "The window is a minute.", ClauseVerdict.NotChecked, reason: "the target cannot be arranged"),
                Clause("PV-CREDITS-007", "Too little credit is answered 402.", ClauseVerdict.OtherProfile, reason: "holds under credits=402"),
            ],
        });

    private static ClauseDocument Clause(string id, string sentence, ClauseVerdict verdict, int looks = 0, string? reason = null) => new()
    {
        Id = id, Area = id.Split('-')[1], Sentence = sentence, Source = "documented, API page (section 6)", Verdict = verdict, Looks = looks, Reason = reason,
    };
}
