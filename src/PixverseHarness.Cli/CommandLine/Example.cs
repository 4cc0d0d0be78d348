namespace PixverseHarness.Cli.CommandLine;

/// <summary>One example on a verb's help page.</summary>
/// <param name="Line">The whole line, from <c>pixverse</c> on.</param>
/// <param name="Effect">What it does, in one sentence.</param>
internal sealed record Example(string Line, string Effect);
