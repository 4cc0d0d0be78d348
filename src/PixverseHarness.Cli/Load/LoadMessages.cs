using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Load;

/// <summary>What a load run can complain about: PXH08xx and PXH091x.</summary>
internal static class LoadMessages
{
    /// <summary>PXH0801.</summary>
    public static MessageCode UnknownTarget { get; } = new(
        "PXH0801", "unknown target", "A load run was aimed at something that is no target.", "Write simulator, live, or a base URL such as http://127.0.0.1:8787.");

    /// <summary>PXH0802.</summary>
    public static MessageCode NoBudget { get; } = new(
        "PXH0802", "no budget for the live API", "A load run against the live API costs money and was given no limit.", "Add --max-spend with the US dollars that it may cost.");

    /// <summary>PXH0803.</summary>
    public static MessageCode NoKey { get; } = new(
        "PXH0803", "no API key", "The live API takes no request without a key.", "Set SEGMIND_API_KEY.");

    /// <summary>PXH0804.</summary>
    public static MessageCode PlanOnly { get; } = new(
        "PXH0804", "options of a plan", "An option that describes a plan was given to a run.", "Add --plan, or leave it out: a run takes these from its file.");

    /// <summary>PXH0805.</summary>
    public static MessageCode NothingToResume { get; } = new(
        "PXH0805", "nothing to resume", "The embedded twin ends with its run, and its jobs with it.", "Name the target of the run with --target.");

    /// <summary>PXH0806.</summary>
    public static MessageCode OpenLedger { get; } = new(
        "PXH0806", "ledger with open jobs", "The folder holds the ledger of a run that was cut off, and a new run would write over it.", "Follow its jobs with --resume, or name another folder with --out.");

    /// <summary>PXH0911.</summary>
    public static MessageCode CapBelowCopies { get; } = new(
        "PXH0911", "in-flight cap below the copies", "A run was given fewer jobs in flight than its scenario keeps there.", "Raise --max-in-flight, or lower the copies in the file.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [UnknownTarget, NoBudget, NoKey, PlanOnly, NothingToResume, OpenLedger, CapBelowCopies];
}
