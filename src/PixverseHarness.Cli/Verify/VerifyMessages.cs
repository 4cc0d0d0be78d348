using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator.Mutants;

namespace PixverseHarness.Cli.Verify;

/// <summary>What <c>verify</c> can complain about: PXH06xx.</summary>
internal static class VerifyMessages
{
    /// <summary>PXH0601.</summary>
    public static MessageCode TargetDown { get; } = new(
        "PXH0601", "target down", "Nothing answers at the target's address.", "Start it, or check host and port; pixverse simulate starts a twin.");

    /// <summary>PXH0602.</summary>
    public static MessageCode NotHttp { get; } = new(
        "PXH0602", "target does not speak HTTP", "Something listens at the target's address, but its answer is no HTTP.", "Check the port.");

    /// <summary>PXH0603.</summary>
    public static MessageCode NotThisApi { get; } = new(
        "PXH0603", "target is not this API", "The target answers, but not as this API or a twin of it would.", "Check the base URL: it ends before /v1 or /v2.");

    /// <summary>PXH0604.</summary>
    public static MessageCode NothingChecked { get; } = new(
        "PXH0604", "nothing checked", "Not one clause could be checked.", "Run pixverse verify --list for what each check needs.");

    /// <summary>PXH0605.</summary>
    public static MessageCode UnknownClause { get; } = new(
        "PXH0605", "unknown clause", "There is no clause with this id.", "Run pixverse clauses for the list.");

    /// <summary>PXH0606.</summary>
    public static MessageCode UnknownMutant { get; } = new(
        "PXH0606", "unknown mutant", "There is no mutant with this id.", "Run pixverse verify --self-test for the list.");

    /// <summary>PXH0607.</summary>
    public static MessageCode NoKey { get; } = new(
        "PXH0607", "no key", "The live API needs a key.", "Set SEGMIND_API_KEY.");

    /// <summary>PXH0608.</summary>
    public static MessageCode NoRequest { get; } = new(
        "PXH0608", "no request", "The program that was to be checked sent no request to the twin.",
        "Let it take its base URL from PIXVERSE_BASE_URL, or SEGMIND_BASE_URL for an SDK.");

    /// <summary>PXH0609.</summary>
    public static MessageCode CannotStart { get; } = new(
        "PXH0609", "program cannot be started", "The program that was to be checked is absent or not executable.", "Check its name and path.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [TargetDown, NotHttp, NotThisApi, NothingChecked, UnknownClause, UnknownMutant, NoKey, NoRequest, CannotStart];

    /// <summary>The mutant with this id.</summary>
    /// <exception cref="FaultException">There is none (PXH0606).</exception>
    public static Mutant Mutant(string id, string option) => MutantCatalogue.Find(id) ?? throw new FaultException(
        Fault.NotOneOf(UnknownMutant, $"{Quoted.Of(id)} is no mutant", id, MutantCatalogue.All.Select(m => m.Id)) with { Where = option });
}
