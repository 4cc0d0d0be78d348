namespace PixverseHarness.Client;

/// <summary>Something that the caller should know although the call went on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The fact, in one sentence.</param>
public sealed record Warning(WarningKind Kind, string Text);
