namespace PixverseHarness.Payloads.Shrinking;

/// <summary>What shrinking came to.</summary>
/// <param name="Payload">The smallest payload found that still fails; the given one when nothing smaller does.</param>
/// <param name="Checks">How often the predicate was asked.</param>
/// <param name="Reproduced">Whether the given payload failed when it was tried; otherwise nothing was shrunk.</param>
/// <param name="IsMinimal">
/// Whether no single member, element, character or byte can go any more; false when the checks ran out, or nothing was reproduced.
/// </param>
public sealed record ShrinkResult(Payload Payload, int Checks, bool Reproduced, bool IsMinimal);
