using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// Counts what somebody does in a window, as a person would count it: each press; each field that gets something without a press on it
/// before (a test fills it in at once, where somebody presses and types), once until another field gets something; and each key that does
/// something by itself. What is typed into a field is no step, and neither is Tab. It goes on over page loads of the same window.
/// </summary>
internal static class StepCounter
{
    private const string Script = """
        (() => {
          if (window.stepCounter) return
          window.stepCounter = true
          const place = 'steps'
          const step = () => sessionStorage.setItem(place, Number(sessionStorage.getItem(place)) + 1)
          const pressed = ['button', 'checkbox', 'image', 'radio', 'reset', 'submit']
          const isField = (node) => node.matches?.('select, textarea') || (node.matches?.('input') && !pressed.includes(node.type))
          const modifiers = ['Alt', 'Control', 'Meta', 'Shift', 'Tab']
          let current
          const acts = ({ key, target, ctrlKey, metaKey }) => {
            if (modifiers.includes(key)) return false
            if (!isField(target)) return true
            // With its arrows another choice is made, which counts as the field's.
            if (target.matches('select')) return false
            if (key === 'Enter') return !target.matches('textarea') || ctrlKey || metaKey
            return key === 'Escape' || (key.startsWith('Arrow') && target.role === 'combobox')
          }
          const listen = (name, heard) => window.addEventListener(name, heard, { capture: true, passive: true })
          listen('pointerdown', ({ isTrusted, target }) => {
            if (!isTrusted) return
            step()
            current = target.closest?.('label')?.control ?? target
          })
          listen('input', ({ target }) => {
            if (!isField(target) || target === current) return
            step()
            current = target
          })
          listen('keydown', (event) => event.isTrusted && !event.repeat && acts(event) && step())
        })()
        """;

    private const string Read = "() => Number(sessionStorage.getItem('steps'))";
    private const string Reset = "() => sessionStorage.setItem('steps', 0)";

    /// <summary>From now on, and from nothing.</summary>
    public static async Task BeginAsync(IBrowserContext context, IPage page)
    {
        await context.AddInitScriptAsync(Script);
        await page.EvaluateAsync($"{Script}; 0");
        await page.EvaluateAsync(Reset);
    }

    public static Task<int> ReadAsync(IPage page) => page.EvaluateAsync<int>(Read);
}
