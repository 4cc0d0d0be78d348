using System.Collections.Immutable;
using PixverseHarness.Contract.Wording;
using PixverseHarness.Simulator.Admin.Documents;

namespace PixverseHarness.Simulator.Admin;

/// <summary>A request of the admin API that cannot be met, with all that helps to mend it.</summary>
/// <param name="status">Status of the answer.</param>
/// <param name="message">What is wrong, as a sentence without its end.</param>
internal sealed class AdminFault(int status, string message) : Exception(message)
{
    private const int MostListed = 40;

    /// <summary>Status of the answer.</summary>
    public int Status => status;

    /// <summary>Where: <c>$.member</c> of the body, <c>?name</c> of the query; null when it is neither.</summary>
    public string? Path { get; init; }

    /// <summary>The value that cannot be used; null when there is none, or when it may be a secret.</summary>
    public string? Value { get; init; }

    /// <summary>What is allowed there; empty where that is no list.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The allowed value that may have been meant.</summary>
    public string? Nearest { get; init; }

    /// <summary>The next step, as a sentence; null when there is none to tell.</summary>
    public string? Next { get; init; }

    /// <summary>A value that is none of a list; names the nearest one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="what">What the value is not.</param>
    /// <param name="allowed">The list.</param>
    public static AdminFault NotOneOf(string path, string value, string what, params IEnumerable<string> allowed)
    {
        ImmutableArray<string> list = [.. allowed];
        return new AdminFault(400, $"'{value}' is no {what}") { Path = path, Value = value, Allowed = list, Nearest = NearestMatch.Find(value, list) };
    }

    /// <summary>The same fault with a next step, unless it has one.</summary>
    public AdminFault WithNext(string? next) => Next is not null || next is null
        ? this
        : new AdminFault(status, Message) { Path = Path, Value = Value, Allowed = Allowed, Nearest = Nearest, Next = next };

    /// <summary>The fault as the admin API answers it.</summary>
    public ErrorDocument ToDocument()
    {
        var sentence = $"{Message}.";
        if (Nearest is not null)
        {
            sentence += $" Did you mean '{Nearest}'?";
        }

        if (Allowed.Length is > 0 and <= MostListed)
        {
            sentence += $" Allowed: {string.Join(", ", Allowed)}.";
        }

        return new ErrorDocument(Next is null ? sentence : $"{sentence} {Next}", Path, Value, Allowed.IsEmpty ? null : Allowed, Nearest);
    }
}
