using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Prompts;

/// <summary>What prompts in one language are made of.</summary>
internal sealed record PromptLanguage
{
    /// <summary>Language tag, for example <c>de</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>The Bogus locale that city names come from.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether it is written in Latin letters.</summary>
    public bool IsLatin { get; init; } = true;

    /// <summary>Share of this language among all prompts; the shares add up to 1.</summary>
    public required float Share { get; init; }

    /// <summary>Who does what and where.</summary>
    public required ImmutableArray<PromptScene> Scenes { get; init; }

    /// <summary>Camera work.</summary>
    public required ImmutableArray<string> Cameras { get; init; }

    /// <summary>Light and weather.</summary>
    public required ImmutableArray<string> Lights { get; init; }

    /// <summary>Look of the picture.</summary>
    public required ImmutableArray<string> Looks { get; init; }

    /// <summary>Whole negative prompts.</summary>
    public required ImmutableArray<string> Negatives { get; init; }

    /// <summary>How people put the parts together, from terse tags to full instructions.</summary>
    public required ImmutableArray<PromptShape> Shapes { get; init; }

    /// <summary>Every language, the most frequent first.</summary>
    public static ImmutableArray<PromptLanguage> All { get; } =
    [
        PromptLanguages.English, PromptLanguages.Spanish, PromptLanguages.Chinese,
        PromptLanguages.German, PromptLanguages.French, PromptLanguages.Japanese,
    ];
}
