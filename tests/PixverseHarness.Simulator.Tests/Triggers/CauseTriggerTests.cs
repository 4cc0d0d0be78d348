using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Triggers;
using PixverseHarness.TestKit;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Triggers;

/// <summary>Every cause of the contract, brought about by a client that changes nothing but its key, its prompt or one header.</summary>
public sealed class CauseTriggerTests
{
    /// <summary>The credits call has no prompt and no job: only a key or a header reaches it.</summary>
    private const string WithoutTag = "no_credits_record";

    public static TheoryData<string, string> Causes => Table(ErrorCauses.All);

    public static TheoryData<string, string> TaggedCauses => Table(ErrorCauses.All.Where(c => c.Name != WithoutTag));

    [Theory]
    [MemberData(nameof(Causes))]
    public void MagicKey_OfACause_BringsItAbout(string name, string profile)
    {
        var twin = Twin(profile);
        var cause = ErrorCauses.Find(name)!;

        AssertMet(twin, cause, Call(twin, cause, MagicKeys.Of(cause), "a fox", prefer: null), MagicKeys.Of(cause));
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public void Prefer_ACause_BringsItAbout(string name, string profile)
    {
        var twin = Twin(profile);
        var cause = ErrorCauses.Find(name)!;

        AssertMet(twin, cause, Call(twin, cause, Key, "a fox", $"cause={name}"), Key);
    }

    [Theory]
    [MemberData(nameof(TaggedCauses))]
    public void MagicTag_OfACause_BringsItAbout(string name, string profile)
    {
        var twin = Twin(profile);
        var cause = ErrorCauses.Find(name)!;
        var operation = cause == ErrorCauses.SyncTimeout ? ApiOperation.GenerateSync : ApiOperation.Submit;

        var answer = Post(twin, operation, Key, $"a fox [[{name}]]", prefer: null);
        if (cause.Stage == ErrorStage.Request && !cause.AppliesTo(operation))
        {
            // A cause of the reads: the POST succeeds and the job's record is lost.
            var id = Json(answer).GetProperty("request_id").GetString()!;
            twin.Clock.Advance(TimeSpan.FromMinutes(10));
            answer = twin.Status(id);
        }

        AssertMet(twin, cause, answer, Key);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(406)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public void Prefer_ACode_IsAnsweredOnASubmit(int status)
    {
        var answer = new TwinUnderTest().Post("/v2/pixverse-text2video", Body(), prefer: $"code={status.ToString(CultureInfo.InvariantCulture)}");

        Assert.Equal(status, StatusOf(answer));
    }

    [Fact]
    public void TriggersPage_AllCauses_IsTheCommittedPage()
    {
        var page = new StringBuilder();
        page.Append("# Bringing an error about without changing your client\n\n");
        page.Append("On a twin three things make a call fail on purpose: an API key, a tag in the prompt, or a request header. The keys have the\n");
        page.Append("shape of real ones and work on every call that can meet the cause. `[[name]]` concerns the call that carries the prompt, or\n");
        page.Append("the job that comes of it; `[[name@status*2]]` breaks the first two polls of that job (`submit`, `status`, `result`,\n");
        page.Append("`v1-result`, `generate-sync`). `Prefer: code=429` asks by status. Faults that are not causes of the API, such as a lost\n");
        page.Append("answer, have tags too: see [faults.md](faults.md).\n\n");
        page.Append("| status | cause | API key | tag | header |\n|---|---|---|---|---|\n");
        foreach (var (key, cause) in MagicKeys.All)
        {
            var tag = cause.Name == WithoutTag ? "" : $"`[[{cause.Name}]]`";
            page.Append(CultureInfo.InvariantCulture, $"| {cause.Status} | {cause.Name} | `{key}` | {tag} | `Prefer: cause={cause.Name}` |\n");
        }

        GoldenFile.Matches("docs/triggers.md", page.ToString());
    }

    private static TheoryData<string, string> Table(IEnumerable<ErrorCause> causes)
    {
        var table = new TheoryData<string, string>();
        foreach (var cause in causes)
        {
            table.Add(cause.Name, "documented");
            table.Add(cause.Name, "observed");
        }

        return table;
    }

    private static TwinUnderTest Twin(string profile) => new(new TwinOptions { Profile = ApiProfile.Find(profile)! });

    private static TwinAnswer Call(TwinUnderTest twin, ErrorCause cause, string key, string prompt, string? prefer) =>
        cause.Stage == ErrorStage.Job ? Post(twin, ApiOperation.Submit, key, prompt, prefer)
        : Operations.Get(cause.Operations[0]).CreatesJob ? Post(twin, cause.Operations[0], key, prompt, prefer)
        : twin.Get(Operations.Get(cause.Operations[0]).PathFor("some-id"), key, prefer: prefer);

    private static TwinAnswer Post(TwinUnderTest twin, ApiOperation operation, string key, string prompt, string? prefer)
    {
        var answer = twin.Post(Operations.Get(operation).PathTemplate, Body(prompt), key, prefer: prefer);
        if (answer.Steps[^1] is not TwinStep.Hold hold)
        {
            return answer;
        }

        twin.Clock.Advance(TimeSpan.FromTicks(hold.Until - answer.Clock.NowTicks));
        return hold.Resume();
    }

    private static void AssertMet(TwinUnderTest twin, ErrorCause cause, TwinAnswer answer, string key)
    {
        var entry = twin.Core.Journal()[^1];
        if (cause.Stage == ErrorStage.Job)
        {
            Assert.Equal(200, StatusOf(answer));
            twin.Clock.Advance(TimeSpan.FromMinutes(10));
            answer = twin.Status(Json(answer).GetProperty("request_id").GetString()!, key);
            entry = twin.Core.Journal()[^1];
        }

        Assert.Equal(cause.StatusFor(twin.Core.Options.Profile, entry.Operation!.Value), StatusOf(answer));
        Assert.Equal(StatusOf(answer), entry.Status);

        // A record that is lost answers as an unknown id does: the twin cannot tell them apart any more.
        var lost = cause == ErrorCauses.ResultExpired && entry.Cause == ErrorCauses.RequestNotFound.Name;
        Assert.True(lost || entry.Cause == cause.Name, $"{entry.Cause} instead of {cause.Name}");
    }
}
