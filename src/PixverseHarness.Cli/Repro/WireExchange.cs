namespace PixverseHarness.Cli.Repro;

/// <summary>One exchange, byte for byte.</summary>
/// <param name="Sent">What went out, as text.</param>
/// <param name="Received">What came back, one character a byte.</param>
/// <param name="Status">Status of the answer, or null when none came.</param>
/// <param name="Body">Body of the answer.</param>
/// <param name="End">How it ended.</param>
internal sealed record WireExchange(string Sent, string Received, int? Status, ReadOnlyMemory<byte> Body, WireEnd End);
