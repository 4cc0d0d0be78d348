using System.Collections.Concurrent;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Stories;

/// <summary>The stories of one run, each told when it is first asked for and then kept.</summary>
internal sealed class StoryBook(ITarget target)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _told = new(StringComparer.Ordinal);
    private readonly OpenJobs _open = new();
    private int _requests;

    /// <summary>Whom they are told to.</summary>
    public ITarget Target => target;

    /// <summary>Requests sent so far, in all scenes.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Opens a scene whose requests are counted.</summary>
    public async Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        var offer = await target.OpenAsync(name, wish, cancellationToken);
        if (offer.Scene is not { } offered)
        {
            return offer;
        }

        var scene = offered with { Sent = () => Interlocked.Increment(ref _requests) };
        if (!target.HasSessions)
        {
            scene = scene with { Heard = _open.Hear };
            await _open.SettleAsync(scene, cancellationToken);
        }

        return SceneOffer.Of(scene);
    }

    /// <summary>What came of a story.</summary>
    public Task<Told<TOutcome>> TellAsync<TOutcome>(Story<TOutcome> story, CancellationToken cancellationToken)
        where TOutcome : class =>
        (Task<Told<TOutcome>>)_told.GetOrAdd(story.Name, _ => new Lazy<Task>(() => TellOnceAsync(story, cancellationToken))).Value;

    private async Task<Told<TOutcome>> TellOnceAsync<TOutcome>(Story<TOutcome> story, CancellationToken cancellationToken)
        where TOutcome : class
    {
        var offer = await OpenAsync(story.Name, story.Wish, cancellationToken);
        return offer.Scene is { } scene
            ? await story.Tell(new Conversation(scene), cancellationToken)
            : Told<TOutcome>.Not(offer.Refusal!);
    }
}
