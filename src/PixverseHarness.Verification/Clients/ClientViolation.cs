namespace PixverseHarness.Verification.Clients;

/// <summary>A request that breaks a rule. Keys never stand in it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Request">Number of the request, from 1.</param>
/// <param name="Where">Method and path, and the part of the request.</param>
/// <param name="Seen">What was sent.</param>
public sealed record ClientViolation(ClientRule Rule, int Request, string Where, string Seen);
