namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The accounts of a session.</summary>
internal sealed record LedgerDocument(IReadOnlyList<AccountDocument> Accounts);
