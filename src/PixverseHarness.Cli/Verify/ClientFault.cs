using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Cli.Verify;

/// <summary>One violation in a <see cref="ClientDocument"/>.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Clause">The clause that the rule rests on.</param>
/// <param name="Request">Number of the request, from 1.</param>
/// <param name="Where">Method, path and part of the request.</param>
/// <param name="Expected">What the rule asks for.</param>
/// <param name="Seen">What was sent.</param>
internal sealed record ClientFault(string Rule, string Clause, int Request, string Where, string Expected, string Seen)
{
    /// <summary>The same as a violation, flat.</summary>
    public static ClientFault Of(ClientViolation violation) => new(
        violation.Rule.Id, violation.Rule.Clause, violation.Request, violation.Where, violation.Rule.Sentence, violation.Seen);
}
