using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Stories;

/// <summary>The lives of jobs that many checks listen to.</summary>
internal static class JobStories
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(100);

    // What the vendor's async guide asks for (section 6).
    private static readonly TimeSpan FirstStepOfGuide = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    // A job whose status is never told, only errors, is not waited for.
    private const int MostStateless = 20;

    /// <summary>The request that stories and checks submit when nothing about it matters: the cheapest one.</summary>
    public static VideoRequest Plain { get; } = new() { Prompt = "A lighthouse in a storm, seen from the sea." };

    /// <summary>A request that sets every parameter.</summary>
    public static VideoRequest Rich { get; } = Plain with
    {
        AspectRatio = AspectRatio.Portrait3x4,
        NegativePrompt = "No sudden movements.",
        Seed = 56698,
        Style = VideoStyle.Clay,
    };

    /// <summary>A job that completes.</summary>
    public static Story<JobLife> Completed { get; } = new("completed-job", SceneWish.Any, (c, stop) => LiveAsync(c, Rich, stop));

    /// <summary>What telling <see cref="Completed"/> costs.</summary>
    public static Expense CompletedExpense { get; } = new(Completed.Name, PriceTable.PriceOf(Rich));

    /// <summary>A job that fails for a cause of the job stage.</summary>
    public static Story<JobLife> Failed(ErrorCause cause) => new($"failed-job-{cause.Name.Replace('_', '-')}", SceneWish.Any, (c, stop) => FailAsync(c, cause, stop));

    /// <summary>What telling <see cref="Failed"/> costs when the job completes instead.</summary>
    public static Expense FailedExpense(ErrorCause cause) => new(Failed(cause).Name, PriceTable.PriceOf(Plain));

    /// <summary>The job causes that a story can be told of.</summary>
    public static IReadOnlyList<ErrorCause> JobCauses { get; } =
        [ErrorCauses.GenerationFailed, ErrorCauses.ContentBlocked, ErrorCauses.UpstreamBusy, ErrorCauses.LateValidation];

    /// <summary>Polls a job until a final state, or until it has taken too long.</summary>
    public static async Task<Exchange?> PollAsync(Conversation conversation, string id, Func<Exchange, Task>? heard, CancellationToken cancellationToken)
    {
        var pace = conversation.Scene.Pace;
        var shortened = conversation.Scene.Shortened;
        var start = pace.Now;
        var step = (conversation.Scene.Kind == TargetKind.Live ? FirstStepOfGuide : FirstStep) / shortened;
        var longestStep = (pace.IsExact ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(4)) / shortened;
        var stateless = 0;
        while (true)
        {
            var status = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
            if (heard is not null)
            {
                await heard(status);
            }

            var state = JobLife.StateOf(status);
            if (state?.IsTerminal() == true)
            {
                return status;
            }

            stateless = state is null ? stateless + 1 : 0;

            if (pace.Now - start > Longest / shortened || !pace.CanPass(pace.Now - start) || status.Failure is not null || stateless == MostStateless)
            {
                return null;
            }

            await pace.PassAsync(step, cancellationToken);
            step = step * 1.25 < longestStep ? step * 1.25 : longestStep;
        }
    }

    private static async Task<Told<JobLife>> FailAsync(Conversation conversation, ErrorCause cause, CancellationToken cancellationToken)
    {
        if (cause == ErrorCauses.LateValidation && conversation.Scene.Profile.Validation == Contract.Profiles.ValidationTiming.Late)
        {
            return await LiveAsync(conversation, Plain with { Prompt = "" }, cancellationToken);
        }

        return conversation.Scene.Triggers.PromptFor(cause) is { } trigger
            ? await LiveAsync(conversation, Plain with { Prompt = $"{Plain.Prompt} {trigger}" }, cancellationToken)
            : Told<JobLife>.Not($"the target cannot be made to fail a job for {cause.Name}");
    }

    private static async Task<Told<JobLife>> LiveAsync(Conversation conversation, VideoRequest request, CancellationToken cancellationToken)
    {
        var before = await conversation.CreditsAsync(cancellationToken);
        var submit = await conversation.SubmitAsync(request, cancellationToken);
        var life = new JobLife
        {
            Conversation = conversation,
            Request = request,
            CreditsBefore = before,
            Submit = submit,
            Id = submit.TextAt("/request_id") ?? "",
        };
        if (life.Id.Length == 0)
        {
            return Told<JobLife>.Of(life);
        }

        await ReadAllAsync(life, life.Reads, cancellationToken);
        var seen = new HashSet<JobState?> { JobState.Queued };
        life.End = await PollAsync(conversation, life.Id, HearAsync, cancellationToken);
        await ReadAllAsync(life, life.Reads, cancellationToken);
        life.CreditsAfter = await conversation.CreditsAsync(cancellationToken);
        await ReadAllAsync(life, life.Reads, cancellationToken);
        await OutliveAsync(life, cancellationToken);
        return Told<JobLife>.Of(life);

        // The other calls are looked at once in each state.
        async Task HearAsync(Exchange status)
        {
            life.Reads.Add(status);
            if (JobLife.StateOf(status) is { } state && seen.Add(state) && !state.IsTerminal())
            {
                await ReadAllAsync(life, life.Reads, cancellationToken);
            }
        }
    }

    private static async Task ReadAllAsync(JobLife life, List<Exchange> reads, CancellationToken cancellationToken)
    {
        foreach (var operation in new[] { ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result })
        {
            reads.Add(await life.Conversation.ReadAsync(operation, life.Id, cancellationToken));
        }
    }

    // The record is read just before and just after its hour, by whichever instant the profile counts from.
    private static async Task OutliveAsync(JobLife life, CancellationToken cancellationToken)
    {
        var scene = life.Conversation.Scene;
        var fromEnd = scene.Profile.Retention == Contract.Profiles.RetentionAnchor.Completion;
        if (!scene.Pace.CanPass(scene.Retention) || !scene.Pace.IsExact || (fromEnd && life.End is null))
        {
            return;
        }

        var anchor = fromEnd ? life.End!.SentAt : life.Submit.SentAt;
        var margin = scene.Scaled(Margin);
        var left = anchor + scene.Retention - scene.Pace.Now - (fromEnd ? 3 * margin : margin);
        if (left > TimeSpan.Zero)
        {
            await scene.Pace.PassAsync(left, cancellationToken);
            await ReadAllAsync(life, life.LastReads, cancellationToken);
            await scene.Pace.PassAsync((fromEnd ? 4 : 2) * margin, cancellationToken);
            await ReadAllAsync(life, life.LateReads, cancellationToken);
        }
    }
}
