using System.Collections.Immutable;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Suite;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks;

/// <summary>What a check works with: the target, the judge, and the stories that checks share.</summary>
public sealed class CheckRun
{
    private readonly ClauseCheck _check;
    private readonly StoryBook _stories;
    private int _scenes;

    internal CheckRun(ClauseCheck check, StoryBook stories, SuiteOptions options)
    {
        _check = check;
        _stories = stories;
        Seed = options.Seed;
        ShrinkRequests = options.ShrinkRequests;
        Judge = new Judge(stories.Target.Profile, stories.Target.Kind);
    }

    /// <summary>Takes down what is seen.</summary>
    public Judge Judge { get; }

    /// <summary>Seed of everything that is drawn.</summary>
    public ulong Seed { get; }

    /// <summary>How many bodies may be sent to shrink one that broke a clause.</summary>
    internal int ShrinkRequests { get; }

    /// <summary>The reading of the contract that is checked.</summary>
    public ApiProfile Profile => _stories.Target.Profile;

    /// <summary>What the target is.</summary>
    public TargetKind Kind => _stories.Target.Kind;

    /// <summary>Opens a conversation of the check's own.</summary>
    /// <returns>The conversation; null after the given clauses were taken down as not checked.</returns>
    public Task<Conversation?> OpenAsync(CancellationToken cancellationToken) => OpenAsync(SceneWish.Any, _check.Clauses, cancellationToken);

    /// <summary>Opens a conversation of the check's own in a certain kind of scene.</summary>
    /// <param name="wish">How the scene should be.</param>
    /// <param name="clauses">The clauses that cannot be looked at without it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Conversation?> OpenAsync(SceneWish wish, ImmutableArray<string> clauses, CancellationToken cancellationToken)
    {
        _scenes++;
        var offer = await _stories.OpenAsync($"{_check.Name}-{_scenes}", wish, cancellationToken);
        if (offer.Scene is { } scene)
        {
            return new Conversation(scene);
        }

        Judge.NotChecked(clauses, offer.Refusal!);
        return null;
    }

    /// <summary>A story that several checks listen to; told once a run.</summary>
    /// <returns>The story; null after the check's clauses were taken down as not checked.</returns>
    internal async Task<TStory?> HearAsync<TStory>(Story<TStory> story, ImmutableArray<string> clauses, CancellationToken cancellationToken)
        where TStory : class
    {
        var told = await _stories.TellAsync(story, cancellationToken);
        if (told.Refusal is { } refusal)
        {
            Judge.NotChecked(clauses, refusal);
        }

        return told.Outcome;
    }

    /// <summary>A job's story, as far as the submit gave an id.</summary>
    internal async Task<JobLife?> HearJobAsync(Story<JobLife> story, ImmutableArray<string> clauses, CancellationToken cancellationToken)
    {
        var life = await HearAsync(story, clauses, cancellationToken);
        if (life is { Id: "" })
        {
            Judge.NotChecked(clauses, $"a submit gave no request_id: {Texts.Shown(life.Submit)}");
            return null;
        }

        return life;
    }
}
