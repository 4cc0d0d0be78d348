namespace PixverseHarness.Payloads.Boundaries;

/// <summary>The kinds of edge; each is the <see cref="PayloadLabel.Family"/> of its payloads.</summary>
public static class BoundaryFamily
{
    /// <summary>Length of a text, around 0, 1, the upstream limit of 2,048, and far beyond.</summary>
    public const string Length = "length";

    /// <summary>Characters that software tends to get wrong.</summary>
    public const string Unicode = "unicode";

    /// <summary>Values on and beside the ends of a set or range.</summary>
    public const string Value = "value";

    /// <summary>Ways to write a number in JSON.</summary>
    public const string NumberForm = "number_form";

    /// <summary>Combinations on and beside the edges of R1, R2 and R3.</summary>
    public const string Rules = "rules";

    /// <summary>What may be left out.</summary>
    public const string Presence = "presence";

    /// <summary>Names of members.</summary>
    public const string Names = "names";

    /// <summary>Layout, nesting and size of the body.</summary>
    public const string Layout = "layout";

    /// <summary>Ways to write the Content-Type.</summary>
    public const string Header = "header";
}
