using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Stories;

/// <summary>A conversation that several checks listen to.</summary>
/// <param name="Name">Names its scene.</param>
/// <param name="Wish">How the scene should be.</param>
/// <param name="Tell">Has the conversation; answers what came of it, or why it cannot be had.</param>
internal sealed record Story<TOutcome>(
    string Name, SceneWish Wish, Func<Conversation, CancellationToken, Task<Told<TOutcome>>> Tell)
    where TOutcome : class;
