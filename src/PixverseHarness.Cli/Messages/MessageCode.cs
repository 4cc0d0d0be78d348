namespace PixverseHarness.Cli.Messages;

/// <summary>One kind of user-facing fault. Its code is stable: it is never reused for another meaning.</summary>
/// <param name="Code"><c>PXH</c> and four digits.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Meaning">When it appears, in one sentence.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
/// <param name="ExitCode">What the command exits with; one of <see cref="ExitCodes"/>.</param>
internal sealed record MessageCode(string Code, string Title, string Meaning, string Remedy, int ExitCode = ExitCodes.Usage);
