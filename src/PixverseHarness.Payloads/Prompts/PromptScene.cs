using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Prompts;

/// <summary>Subjects, actions and places that go together: any of each makes a sentence that a person might write.</summary>
/// <param name="Subjects">Noun phrases in the singular, in lower case.</param>
/// <param name="Actions">Verb phrases in the third person singular.</param>
/// <param name="Places">Where it happens, with its preposition.</param>
internal sealed record PromptScene(ImmutableArray<string> Subjects, ImmutableArray<string> Actions, ImmutableArray<string> Places);
