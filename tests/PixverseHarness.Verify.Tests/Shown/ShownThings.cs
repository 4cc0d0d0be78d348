using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Results.Documents;
using PixverseHarness.Simulator;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verify.Tests.Shown;

/// <summary>What a project pins with this adapter: an exchange, the life of a job, a finding, a run document.</summary>
[Trait("Package", "Verify")]
public sealed class ShownThings
{
    [Fact]
    public async Task Exchange() => await Pinned.MatchesAsync((await FailedJobAsync()).Exchanges[0]);

    [Fact]
    public async Task Job() => await Pinned.MatchesAsync(await FailedJobAsync());

    [Fact]
    public async Task Finding() => await Pinned.MatchesAsync(Samples.Finding);

    [Fact]
    public async Task Run() => await Pinned.MatchesAsync(RunDocument.Conclude(
        new RunHeader { Kind = RunKind.Verification, Name = "contract", Seed = 7, ToolVersion = "1.2.3", Target = Results.Documents.TargetKind.Simulator },
        [Samples.Finding],
        Samples.Verification));

    private static async Task<Conversation> FailedJobAsync()
    {
        var offer = await new EmbeddedTarget(new TwinOptions { Seed = 7 }).OpenAsync("shown", SceneWish.Any, CancellationToken.None);
        var conversation = new Conversation(offer.Scene!);
        var submit = await conversation.SubmitAsync(new VideoRequest { Prompt = "a red fox [[content_blocked]]" }, CancellationToken.None);
        var id = submit.TextAt("/request_id")!;
        await conversation.ReadAsync(ApiOperation.GetStatus, id, CancellationToken.None);
        await conversation.WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        await conversation.ReadAsync(ApiOperation.GetStatus, id, CancellationToken.None);
        await conversation.ReadAsync(ApiOperation.GetResult, id, CancellationToken.None);
        return conversation;
    }
}
