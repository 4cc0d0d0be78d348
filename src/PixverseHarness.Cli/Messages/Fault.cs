using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Wording;

namespace PixverseHarness.Cli.Messages;

/// <summary>
/// One user-facing fault: what is wrong, where, the value in quotes, what is allowed, the nearest match and the next
/// step. It is printed as one line.
/// </summary>
/// <param name="Code">Which kind.</param>
/// <param name="What">What is wrong; values in it come from <see cref="Quoted.Of"/>.</param>
internal sealed record Fault(MessageCode Code, string What)
{
    private const int MostListed = 12;

    /// <summary>Where: an option, or a file and a JSON path; null where <see cref="What"/> says it.</summary>
    public string? Where { get; init; }

    /// <summary>What is allowed; empty where that is no list.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The allowed value that the user may have meant.</summary>
    public string? Nearest { get; init; }

    /// <summary>The next step, where a more precise one than the catalogue's is known.</summary>
    public string? Next { get; init; }

    /// <summary>A fault of a value that is none of a list; names the nearest one.</summary>
    public static Fault NotOneOf(MessageCode code, string what, string value, IEnumerable<string> allowed)
    {
        var candidates = allowed.ToImmutableArray();
        return new Fault(code, what) { Allowed = candidates, Nearest = NearestMatch.Find(value, candidates) };
    }

    /// <summary>The one line, for example <c>error PXH0102: unknown option "--sede" of demo. Did you mean "--seed"?</c></summary>
    public string ToLine()
    {
        var line = new StringBuilder($"error {Code.Code}: ");
        if (Where is not null)
        {
            line.Append(Where).Append(": ");
        }

        line.Append(What).Append(What.EndsWith('?') ? "" : ".");
        if (Nearest is not null)
        {
            line.Append($" Did you mean \"{Nearest}\"?");
        }

        if (Allowed.Length is > 0 and <= MostListed)
        {
            line.Append(" Allowed: ").AppendJoin(", ", Allowed).Append('.');
        }

        return line.Append(' ').Append(Next ?? Code.Remedy).ToString();
    }
}
