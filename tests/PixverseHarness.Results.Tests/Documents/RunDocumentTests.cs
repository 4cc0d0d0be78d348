using System.Collections.Immutable;
using NJsonSchema;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.Results.Thresholds;
using PixverseHarness.TestKit;

namespace PixverseHarness.Results.Tests.Documents;

public sealed class RunDocumentTests
{
    private static readonly RunHeader Header = new()
    {
        Kind = RunKind.Load, Name = "steady", Seed = 4711, ToolVersion = "0.1.0", Target = TargetKind.Simulator,
    };

    [Fact]
    public void Schema_OfTheTypes_IsTheCommittedOne()
    {
        GoldenFile.Matches("src/PixverseHarness.Results/Schemas/run.schema.json", DocumentSchemas.Run);
        GoldenFile.Matches("src/PixverseHarness.Results/Schemas/host.schema.json", DocumentSchemas.Host);
    }

    [Fact]
    public async Task ToJson_LoadRun_SatisfiesTheSchema()
    {
        var schema = await JsonSchema.FromJsonAsync(DocumentSchemas.Run);

        Assert.Empty(schema.Validate(Load().ToJson()));
        Assert.Empty(schema.Validate(Verification().ToJson()));
    }

    [Fact]
    public async Task Schema_DocumentWithoutVerdict_IsRefused()
    {
        var schema = await JsonSchema.FromJsonAsync(DocumentSchemas.Run);

        Assert.NotEmpty(schema.Validate(Load().ToJson().Replace("\"verdict\"", "\"verdikt\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void FromJson_WrittenDocument_IsTheSame()
    {
        foreach (var document in (RunDocument[])[Load(), Verification()])
        {
            Assert.Equal(document.ToJson(), RunDocument.FromJson(document.ToJson()).ToJson());
        }
    }

    [Fact]
    public void ToJson_SameSeedTwice_GivesTheSameBytes() => Assert.Equal(Load().ToJson(), Load().ToJson());

    [Fact]
    public void FromJson_NewerMajorVersion_IsRefused()
    {
        var newer = Load().ToJson().Replace($"\"schemaVersion\": \"{RunDocument.CurrentSchemaVersion}\"", "\"schemaVersion\": \"2.0\"", StringComparison.Ordinal);

        var refused = Assert.Throws<System.Text.Json.JsonException>(() => RunDocument.FromJson(newer));

        Assert.Contains("\"2.0\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conclude_CrossedThresholdOnASoundGenerator_Fails() =>
        Assert.Equal(Verdict.Failed, Load("job_duration: p(50)<1s").Verdict.Result);

    [Fact]
    public void Conclude_CrossedThresholdOnALateGenerator_IsInconclusiveAndSaysBoth()
    {
        var late = new PlayedRunOptions { SubmitLateness = TimeSpan.FromSeconds(3) };

        var verdict = Load("job_duration: p(50)<1s", late).Verdict;

        Assert.Equal(Verdict.Inconclusive, verdict.Result);
        Assert.Contains(verdict.Reasons, reason => reason.Contains("left late", StringComparison.Ordinal));
        Assert.Contains(verdict.Reasons, reason => reason.Contains("job_duration", StringComparison.Ordinal));
    }

    [Fact]
    public void Conclude_ThresholdsKept_Passes() => Assert.Equal(Verdict.Passed, Load().Verdict.Result);

    [Fact]
    public void Conclude_NothingFinishedAndNoThreshold_IsInconclusive() =>
        Assert.Equal(Verdict.Inconclusive, Load(null, new PlayedRunOptions { NeverEnds = 1 }).Verdict.Result);

    [Fact]
    public void Conclude_NothingFinishedWithThreshold_Fails() =>
        Assert.Equal(Verdict.Failed, Load("job_duration: p(95)<120s", new PlayedRunOptions { NeverEnds = 1 }).Verdict.Result);

    [Fact]
    public void Conclude_VerificationWithAnError_FailsAndWithoutAnyCheckProvesNothing()
    {
        Assert.Equal(Verdict.Failed, Verification().Verdict.Result);
        Assert.Equal(Verdict.Passed, RunDocument.Conclude(Header, [], Looked(ClauseVerdict.Held)).Verdict.Result);
        Assert.Equal(Verdict.Inconclusive, RunDocument.Conclude(Header, [], Looked(ClauseVerdict.NotChecked)).Verdict.Result);
    }

    [Fact]
    public void Conclude_VerificationWhoseCheckBrokeDown_ProvesNothing()
    {
        var run = RunDocument.Conclude(Header, [], Looked(ClauseVerdict.Held) with { OwnFaults = ["expiry: it threw"] });

        Assert.Equal(Verdict.Inconclusive, run.Verdict.Result);
        Assert.Equal("A check broke down: expiry: it threw", Assert.Single(run.Verdict.Reasons));
    }

    [Fact]
    public void ToJson_HostDocument_SatisfiesItsSchemaAndComesBack()
    {
        var host = new HostDocument
        {
            StartedAt = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero), OperatingSystem = "Debian", Runtime = ".NET 10", Cores = 2,
        };

        Assert.Equal(host, HostDocument.FromJson(host.ToJson()));
    }

    private static RunDocument Load(string? threshold = "job_duration: p(95)<120s", PlayedRunOptions? options = null)
    {
        var measured = PlayedRun.Of(options ?? new PlayedRunOptions()).Measure();
        ImmutableArray<ThresholdResult> thresholds = threshold is null
            ? []
            : [ThresholdJudge.Judge(ThresholdParser.Parse(threshold, out _)!, measured)];
        return RunDocument.Conclude(Header, measured, thresholds);
    }

    private static RunDocument Verification() => RunDocument.Conclude(
        Header with { Kind = RunKind.Verification },
        [
            new Finding
            {
                Id = "PV-STATUS-007-regress", Clause = "PV-STATUS-007", Severity = FindingSeverity.Error, Class = FindingClass.TwinWrong,
                Message = "A terminal state was followed by another one.", Where = "GET /v2/requests/{id}/status $.status",
                Expected = "COMPLETED", Seen = "PROCESSING", Curl = "curl -s http://127.0.0.1:8080/v2/requests/request_1/status",
            },
        ],
        Looked(ClauseVerdict.Violated));

    private static VerificationDocument Looked(ClauseVerdict verdict) => new()
    {
        Profile = "documented",
        Requests = 7,
        Clauses =
        [
            new ClauseDocument
            {
                Id = "PV-STATUS-007", Area = "STATUS", Sentence = "A terminal state stays.", Source = "documented, API page (section 6)", Verdict = verdict,
                Looks = 3, Reason = verdict == ClauseVerdict.NotChecked ? "the target cannot be arranged" : null,
            },
        ],
    };
}
