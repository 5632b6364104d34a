// Web Chat's prebuilt bundle keeps React to itself; its middleware is given plain React elements, which for the pinned
// version (React 16) are objects of the shape made here.
const mark = Symbol.for('react.element');

/** A React element; several children each need a key of their own, see keyed. */
export const element = (type, props) => ({ $$typeof: mark, type, key: null, ref: null, props, _owner: null });

/** Children of one element, keyed by their place. */
export const keyed = (...children) => children.map((child, place) => ({ ...child, key: String(place) }));
